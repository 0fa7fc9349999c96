export const usage = `npm run data -- <command>

  (none)                                 prepare the files that are there
  import <dataset> <file or folder>      bring a file of your own into the atlas
      --dry-run                          say what would happen, change nothing
      --replace | --append               take the place of what is there (default), or come beside it
      --later                          put the file in its place only: npm run data then prepares all that came
      --name <name>                      with --append: under this name (default: the schema's); the same name again replaces it
      --mapping <m.json>                 how columns become fields, where the schema is not known
      --release YYYY-MM[-DD]             the date of the data, where the file's name does not say
      --crs <EPSG:n>                     the coordinate system, where the file does not say
      --sheet, --layer <name>            which sheet or layer, where there are several
      --encoding, --delimiter <x>        where the guess is wrong
      --decimal comma|point              how fractions are written, where the file does not tell
      --dates dmy|mdy                    day or month first, where the file does not tell
      --no-wait                          end at once if another import is at work
  list                                   datasets: rows, source, date, imports; and the known schemas
  check [<dataset> <file or folder>]     hold the snapshots against their hashes; or try a file out
  status                                 the current snapshot, what is kept, what is wrong
  rollback [<snapshot>]                  go back to the one before, or to a kept one
  template <dataset> [<folder>]          an empty CSV with a dictionary (default folder: here)
  link [<file>]                          propose which mines of several sources are one, as a file to review

Exit: 0 done, 1 failed (what was there stays), 2 wrong command, 3 a question is open (the message names the flag).
Settings: DATA_DIR, CACHE_DIR, MEMORY_LIMIT, THREADS. More: docs/your-own-data.md
`
