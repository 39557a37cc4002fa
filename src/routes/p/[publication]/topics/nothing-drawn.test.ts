import { expect, test } from 'vitest';
import { nothingDrawn } from './nothing-drawn.ts';

test('clicks that are known, and no item compared → it is said so, and not that no clicks are known', () => {
	expect(nothingDrawn([{ compared: 0 }, { compared: 0 }], 2226)).toMatch(/^None of these items is/);
	expect(nothingDrawn([{ compared: 0 }], null)).toMatch(/^No clicks are known/);
	expect(nothingDrawn([{ compared: 3 }, { compared: 0 }], 0)).not.toMatch(/compared|No clicks/);
});
