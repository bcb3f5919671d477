/** The film's keys, and its place in the address. */
import { afterEach, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render, renderHook } from 'vitest-browser-react';
import { createClock } from '@/components/trace/film/clock';
import { FigureValues } from '@/components/trace/film/FigureValues';
import { secondIn, useAddress } from '@/components/trace/film/use-address';
import { useKeys } from '@/components/trace/film/use-keys';
import { resolve } from '@/lib/provenance/film/resolve';
import { film, subject } from './support';

const before = window.location.href;
afterEach(() => window.history.replaceState(window.history.state, '', before));

test('the space bar and K play the film from its slider too; in a field they are typed', async () => {
  const clock = createClock(film);
  let presses = 0;
  const toggle = () => {
    presses += 1;
  };
  await renderHook(() => useKeys(clock, film, toggle));
  const page = await render(
    <>
      <input type="range" aria-label="place" />
      <input type="checkbox" aria-label="voice" />
      <input type="text" aria-label="name" />
      <FigureValues
        grids={{ current: [] }}
        shown={resolve(film.beats[0].beat, subject)}
        onAsk={() => undefined}
      />
    </>,
  );
  const press = async (name: string, keys: string) => {
    (page.getByLabelText(name).element() as HTMLElement).focus();
    await userEvent.keyboard(keys);
  };
  await press('place', ' k');
  expect(presses).toBe(2);
  // The space bar ticks a box.
  await press('voice', ' k');
  expect(presses).toBe(3);
  await press('Values of the drawing', ' k');
  expect(presses).toBe(5);
  await press('name', ' k');
  expect(presses).toBe(5);
  expect(page.getByLabelText('name').element()).toHaveProperty('value', ' k');
  // The arrow keys are the slider's own.
  await press('place', '{ArrowRight}');
  expect(clock.store.getState().time).toBe(0);
});

test('while it plays, the address follows beat by beat, and at once where a link leads away', async () => {
  const clock = createClock(film);
  await renderHook(() => useAddress(clock, film));
  clock.play();
  clock.advance(3);
  expect(secondIn(window.location.search)).toBeNull();
  clock.advance(film.beats[1].start - 2);
  expect(secondIn(window.location.search)).toBe(Math.floor(film.beats[1].start + 1));
  clock.advance(4);
  const link = document.createElement('a');
  link.href = '#elsewhere';
  document.body.append(link);
  link.addEventListener('click', (event) => event.preventDefault());
  link.click();
  expect(secondIn(window.location.search)).toBe(Math.floor(film.beats[1].start + 5));
  link.remove();
});
