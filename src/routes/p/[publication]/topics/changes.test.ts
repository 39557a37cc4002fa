import type { ComponentProps } from 'svelte';
import { render } from 'svelte/server';
import { expect, test } from 'vitest';
import Changes from './WithFormats.test.svelte';

const change = { at: Date.UTC(2026, 2, 1), factor: 1.5, low: 1.2, high: 1.9 };

function shown(topics: { topic: string; change: typeof change | null; suggested: boolean }[]) {
	const props = { topics, told: true } as unknown as ComponentProps<typeof Changes>;
	return render(Changes, { props })
		.body.replace(/<!--.*?-->|<[^>]+>/g, '')
		.trim();
}

test('a lasting change of a topic that is only suggested → marked as suggested, as everywhere; of a confirmed one → not', () => {
	expect(shown([{ topic: 'Ports', change, suggested: true }])).toMatch(/^Ports: .*\(suggested\)$/);
	expect(shown([{ topic: 'Ports', change, suggested: false }])).not.toContain('suggested');
	expect(shown([{ topic: 'Ports', change: null, suggested: false }])).toBe(
		'No topic’s lift shows a lasting change beyond chance.'
	);
});
