import { readLink } from '../read-link.ts';
import { fit, plainHeader } from './header-words.ts';

/** The send that a report is about, from the lines above its tables: by name, by id, else by subject. */
export function campaignOfLabels(labels: readonly [string, string][]): string | undefined {
	for (const role of ['campaignName', 'campaign', 'issue', 'subject'] as const) {
		const match = labels.find(([label, value]) => value !== '' && fit(label, role) === 1);
		if (match) return match[1];
	}
	return undefined;
}

/** The link that a report is about, from the lines above its tables: `Clicked link: https://example.com/a`. */
export function linkOfLabels(labels: readonly [string, string][]): string | undefined {
	const links = labels.filter(
		([label, value]) =>
			/\b(link|url|lien|enlace)\b/.test(plainHeader(label)) && readLink(value) !== null
	);
	return links.length === 1 ? readLink(links[0]![1])! : undefined;
}
