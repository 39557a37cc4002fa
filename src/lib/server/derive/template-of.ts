import { editionsOf } from '#lib/issue/template/editions.ts';
import {
	learn,
	type DocumentEvidence,
	type Said,
	type Template
} from '#lib/issue/template/learn.ts';
import { headingKey } from '#lib/issue/lines/words.ts';
import { correctionsOfPublication } from '../store/content/corrections.ts';
import { documentsOf, type PublicationDocument } from '../store/content/documents.ts';
import type { Db, Tx } from '../store/sql/open.ts';
import type { CorrectionStep } from './apply-corrections.ts';

/** What each of a publication's documents says, with the issue that it is of. */
export function documentEvidence(documents: readonly PublicationDocument[]): DocumentEvidence[] {
	const editions = editionsOf(documents.map(({ name, outline }) => ({ name, document: outline })));
	return documents.map(({ headings, format }, i) => ({
		edition: editions[i]!,
		plain: format !== 'html' && format !== 'eml',
		trace: headings
	}));
}

/** The template of a publication, as its documents and its editors tell it. */
export async function templateOf(
	db: Db | Tx,
	publicationId: number,
	evidence: readonly DocumentEvidence[]
): Promise<Template> {
	const steps = (await correctionsOfPublication(db, publicationId)).filter(({ undone }) => !undone);
	return learn(evidence, saidOf(steps.map(({ change }) => change as CorrectionStep)));
}

/** The template of a publication by the documents it has. */
export async function publicationTemplate(db: Db | Tx, publicationId: number) {
	const evidence = documentEvidence(await documentsOf(db, publicationId));
	return { evidence, template: await templateOf(db, publicationId, evidence) };
}

/** What editors said of headings: that one is, and that one is none. */
function saidOf(steps: readonly CorrectionStep[]): Said {
	const sections: string[] = [];
	const others: string[] = [];
	for (const step of steps) {
		if (step.kind === 'heading') sections.push(headingKey(step.item.title));
		if (step.kind === 'section' && step.from !== null && step.to === null)
			others.push(headingKey(step.from));
		if (step.kind === 'story') others.push(headingKey(step.from));
	}
	return { sections, others };
}
