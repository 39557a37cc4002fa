import { expect, test } from 'vitest';
import { deviceRows } from './audience-clients.ts';

const total = (value: string, clickers: number, openers: number) => ({
	issueId: 1,
	of: 'device' as const,
	value,
	clickers,
	clicks: clickers,
	openers
});

test('devices that opens alone name → their clicks are unknown, and not none', () => {
	const rows = deviceRows([total('desktop', 0, 40), total('mobile', 0, 30)], new Set([1]));
	expect(rows).toEqual([
		{ device: 'desktop', clickers: null, clicks: null, openers: 40 },
		{ device: 'mobile', clickers: null, clicks: null, openers: 30 }
	]);
});

test('one of several devices without clicks → none of these are its', () => {
	const [, mobile] = deviceRows([total('desktop', 50, 40), total('mobile', 0, 30)], new Set([1]));
	expect(mobile).toMatchObject({ device: 'mobile', clickers: 0, clicks: 0 });
});
