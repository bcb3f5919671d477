/** Lets other work have its turn: messages are handled, and a page can paint. */
export const nextTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
