import { vi } from 'vitest';

type Listener = (event: { readonly key: string | null; readonly persisted?: boolean }) => void;

interface Write {
  readonly tab: Tab;
  readonly key: string | null;
  readonly text: string | null;
}

/** One tab of a browser: modules of its own, and its own view of the storage that all tabs share. */
class Tab {
  readonly view = new Map<string, string>();
  readonly listeners: Listener[] = [];
  full = false;
  private modules = false;

  constructor(private readonly browser: Browser) {}

  /** Runs something as this tab. Its modules are loaded the first time, in `load`. */
  in<T>(work: () => T): T {
    vi.stubGlobal('localStorage', {
      length: this.view.size,
      key: (at: number) => [...this.view.keys()].at(at) ?? null,
      getItem: (key: string) => this.view.get(key) ?? null,
      setItem: (key: string, text: string) => {
        if (this.full) throw new DOMException('full', 'QuotaExceededError');
        this.view.set(key, text);
        this.browser.written({ tab: this, key, text });
      },
    });
    vi.stubGlobal('addEventListener', (type: string, listener: Listener) => {
      if (type === 'storage') this.listeners.push(listener);
    });
    return work();
  }

  /** A module of this tab. Modules that are loaded by one `load` share their instances. */
  async load<M>(load: () => Promise<M>): Promise<M> {
    if (!this.modules) vi.resetModules();
    this.modules = true;
    return this.in(load);
  }
}

/**
 * Tabs that share a storage, as browsers do it: a tab sees its own writes at once, and those of the others when they are
 * {@link deliver}ed. Until then it may overwrite them without having seen them; the later write stays.
 */
export class Browser {
  private readonly tabs: Tab[] = [];
  private readonly stored = new Map<string, string>();
  private writes: Write[] = [];

  constructor(kept: Readonly<Record<string, string>> = {}) {
    for (const [key, text] of Object.entries(kept)) this.stored.set(key, text);
  }

  open(): Tab {
    const tab = new Tab(this);
    for (const [key, text] of this.stored) tab.view.set(key, text);
    this.tabs.push(tab);
    return tab;
  }

  written(write: Write): void {
    this.writes.push(write);
  }

  /** The user deletes what the site has stored. */
  clear(): void {
    for (const tab of this.tabs) tab.view.clear();
    this.stored.clear();
    for (const tab of this.tabs)
      tab.in(() => tab.listeners.forEach((listener) => void listener({ key: null })));
  }

  /** Lets each tab see what the others wrote, until nobody writes any more. */
  deliver(): void {
    while (this.writes.length > 0) {
      const writes = this.writes;
      this.writes = [];
      for (const { key, text } of writes) if (key !== null && text !== null) this.stored.set(key, text);
      for (const tab of this.tabs) for (const [key, text] of this.stored) tab.view.set(key, text);
      for (const { tab: writer, key } of writes)
        for (const tab of this.tabs)
          if (tab !== writer) tab.in(() => tab.listeners.forEach((listener) => void listener({ key })));
    }
  }

  text(key: string): string {
    return this.stored.get(key) ?? '';
  }
}
