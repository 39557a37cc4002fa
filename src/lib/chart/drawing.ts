// Everything that a page needs to draw charts, and does without until then.

export { configOf } from './config.ts';
export { Chart, FONT } from './registered.ts';
