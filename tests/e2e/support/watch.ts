import type { Browser, BrowserContext, ConsoleMessage, Request, WebError, Worker } from '@playwright/test';

/** What no page must ever do: collected from all pages of a browser, their workers and service workers, while a test runs. */
export class Watch {
  private readonly allowed: RegExp[] = [];
  private readonly seen: string[] = [];
  private readonly undo: (() => void)[] = [];

  /** Allows a console or page error that a test expects because it breaks something on purpose. */
  allow(pattern: RegExp): void {
    this.allowed.push(pattern);
  }

  /** Watches everything that a browser opens from now on or has open; requests must go to `origin`. */
  over(browser: Browser, origin: string): void {
    const add = (context: BrowserContext) => this.overContext(context, origin);
    for (const context of browser.contexts()) add(context);
    browser.on('context', add);
    this.undo.push(() => browser.off('context', add));
  }

  private overContext(context: BrowserContext, origin: string): void {
    const onConsole = (message: ConsoleMessage) => {
      if (message.type() === 'error') this.note('console', `${message.text()} (${message.location().url})`);
    };
    const onError = (error: WebError) => this.note('thrown', error.error().message);
    const onRequest = (request: Request) => {
      const asked = new URL(request.url());
      if (asked.protocol.startsWith('http') && asked.origin !== origin)
        this.note('other origin', request.url());
    };
    const onWorker = (worker: Worker) => {
      worker.on('console', onConsole);
      this.undo.push(() => worker.off('console', onConsole));
    };
    context.on('console', onConsole);
    context.on('weberror', onError);
    context.on('request', onRequest);
    context.on('serviceworker', onWorker);
    context.serviceWorkers().forEach(onWorker);
    this.undo.push(() => {
      context.off('console', onConsole);
      context.off('weberror', onError);
      context.off('request', onRequest);
      context.off('serviceworker', onWorker);
    });
  }

  private note(kind: string, what: string): void {
    this.seen.push(`${kind}: ${what}`);
  }

  /** Stops watching. Returns what was seen and not allowed. */
  end(): readonly string[] {
    for (const undo of this.undo) undo();
    return this.seen.filter((line) => !this.allowed.some((pattern) => pattern.test(line)));
  }
}
