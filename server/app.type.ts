import type { createApp } from '#server/app.ts'

/** The server's routes as a type: the only thing of the server that the page knows. */
export type App = ReturnType<typeof createApp>
