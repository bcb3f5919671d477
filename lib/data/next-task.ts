/**
 * Lets other work have its turn: messages are handled, and a page can paint. By a message to itself, as a timer waits for
 * 4 ms once five of them follow one another (HTML, "timer initialization steps").
 */
export const nextTask = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
