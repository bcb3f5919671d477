import { filmOf } from '@/lib/provenance/film/at-time';
import type { FilmSubject } from '@/lib/provenance/film/resolve';
import type { Beat } from '@/lib/provenance/film/script';
import { pipeline, trace } from '../../support/small-network';

const beat = (about: Partial<Beat>): Beat => ({
  figure: 'image',
  at: 'image',
  value: null,
  epochs: null,
  activation: null,
  sentences: ['An image of {height} by {width} pixels.'],
  seconds: 10,
  ...about,
});

/** Two beats on the image and one on another stage, which the film flies to. */
export const film = filmOf([
  { title: 'One', beats: [beat({}), beat({ sentences: ['And once more.'] })] },
  { title: 'Two', beats: [beat({ figure: 'answer', at: 'answer', value: 'top' })] },
]);

export const subject: FilmSubject = {
  pipeline,
  trace,
  epochs: [],
  images: 1,
  classWord: (name) => name,
};

export const look = {
  ink: 'rgb(20, 20, 20)',
  soft: 'rgb(90, 90, 90)',
  line: 'rgb(160, 160, 160)',
  accent: 'rgb(200, 60, 20)',
  paper: 'rgb(250, 248, 240)',
  label: 'sans-serif',
  number: 'monospace',
  dark: false,
};
