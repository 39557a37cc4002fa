import { correctionsOfPublication } from '../store/content/corrections.ts';
import { documentsOf } from '../store/content/documents.ts';
import { issuesOf } from '../store/content/issues.ts';
import { nameSections } from '../store/content/items.ts';
import type { Tx } from '../store/sql/open.ts';
import { templateRulesOf } from '../store/content/template-rules.ts';
import type { CorrectionStep } from './apply-corrections.ts';
import { sectionKey } from './section-key.ts';
import type { TemplateRule } from './template-rule.ts';

/**
 * Gives each section its title: as an editor named it last, in an issue or for all of them, else as the
 * latest issue with it has it.
 */
export async function giveSectionNames(db: Tx, publicationId: number) {
	const outlines = new Map(
		(await documentsOf(db, publicationId)).map(({ id, outline }) => [id, outline])
	);
	const read = (await issuesOf(db, publicationId)).flatMap(({ documentId }) =>
		(outlines.get(documentId ?? 0)?.sections ?? []).map(({ title }) => title)
	);
	const steps = (await correctionsOfPublication(db, publicationId)).filter(({ undone }) => !undone);
	const given = [
		...steps.map(({ at, change }) => ({ at, title: titleGiven(change as CorrectionStep) })),
		...(await templateRulesOf(db, publicationId)).map(({ at, rule }) => ({
			at,
			title: titleGiven(rule as TemplateRule)
		}))
	].sort((a, b) => a.at - b.at);

	const titles = [...read, ...given.map(({ title }) => title)].flatMap((title) => title ?? []);
	await nameSections(db, publicationId, new Map(titles.map((title) => [sectionKey(title), title])));
}

function titleGiven(word: CorrectionStep | TemplateRule): string | null {
	if ('to' in word) return word.to;
	return word.kind === 'move' && 'section' in word ? word.section : null;
}
