import { render } from 'svelte/server';
import { expect, test } from 'vitest';
import { createFormats } from '#lib/messages/format.ts';
import type { TopicFigures } from '#lib/server/figures/content/topics.ts';
import Changes from './WithFormats.test.svelte';

const change = { at: Date.UTC(2026, 2, 1), factor: 1.5, low: 1.2, high: 1.9 };

function shown(topics: { topic: string; change: typeof change | null; suggested: boolean }[]) {
	const given = { topics: topics as unknown as TopicFigures['topics'], told: true };
	return render(Changes, { props: { formats: createFormats('en', 'UTC'), given } })
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
