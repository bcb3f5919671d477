import { ownedStore } from '@/lib/store/owned-store';

/** The path of the page that is on its way and will be shown as a movement. */
const [movement, write] = ownedStore<{ readonly to: string | null }>({ to: null });

/** Follows the page that will be shown as a movement. */
export { movement };

/** Lets the page at an address appear as a movement, once it is there. */
export function moveTo(address: string): void {
  write({ to: address.split(/[?#]/, 1)[0] });
}

/** Ends what `moveTo` began: the page is there, or another one. */
export function moved(): void {
  write({ to: null });
}
