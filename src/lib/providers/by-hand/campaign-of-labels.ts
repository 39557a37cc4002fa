import { fit } from './header-words.ts';

/** The send that a report is about, from the lines above its tables: by name, by id, else by subject. */
export function campaignOfLabels(labels: readonly [string, string][]): string | undefined {
	for (const role of ['campaignName', 'campaign', 'issue', 'subject'] as const) {
		const match = labels.find(([label, value]) => value !== '' && fit(label, role) === 1);
		if (match) return match[1];
	}
	return undefined;
}
