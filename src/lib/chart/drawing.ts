// Everything that a page needs to draw charts, and does without until then.

export { configOf } from './config.ts';
export { FONT } from './font.ts';
export { pointAt, pointsOf } from './points.ts';
export { Chart } from './registered.ts';
export { paperTokens, readTokens } from './tokens.ts';
