import { definitions, type Declared } from '../../../src/routes/terms.ts';
import { words } from '#lib/messages/words.ts';

const titles: Record<keyof typeof definitions, string> = {
	clicks: 'Reach and clicks',
	content: 'Topics, items, sections, authors',
	issues: 'Issues and forecasts',
	readers: 'Readers',
	money: 'Spend and revenue'
};

/** The keys that have an entry. */
export const metricKeys = Object.values(definitions)
	.flat()
	.map(({ def }) => `def.${def}`);

/** The metric dictionary: each definition once, in both languages, as pages and reports show it. */
export function metricSections(): string {
	return Object.entries(definitions)
		.flatMap(([about, metrics]) => [
			`## ${titles[about as keyof typeof titles]}`,
			...metrics.map(entryOf)
		])
		.join('\n\n');
}

function entryOf({ def, name, api = [] }: Declared): string {
	// a number that each page fills in
	const given = { n: 'n', period: '…', version: 'n' };
	return [
		`### ${name({}, { locale: 'en' })} · ${name({}, { locale: 'fr' })}`,
		words(`def.${def}`, given, 'en'),
		`_${words(`def.${def}`, given, 'fr')}_`,
		...(api.length ? [`In the API with ${api.map((figure) => `\`${figure}\``).join(', ')}.`] : [])
	].join('\n\n');
}
