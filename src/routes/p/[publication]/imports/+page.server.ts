import { redirect } from '@sveltejs/kit';
import { pathTo } from '#lib/path-to.ts';
import type { RequestEvent } from './$types';
import { MOST_IN_FORM, MOST_PASTED } from '#lib/server/access/bodies.ts';
import { hideSteps } from '#lib/server/editing/first-steps.ts';
import { firstSteps } from '#lib/server/figures/first-steps.ts';
import { importFigures, isUnderWay, receiptFigures } from '#lib/server/figures/imports.ts';
import { publicationOf, type Publication } from '#lib/server/figures/publications.ts';
import { answerQuestion, leaveOut } from '#lib/server/ingest/questions/answer-question.ts';
import { declareBeside } from '#lib/server/ingest/questions/declare-beside.ts';
import { declareComplete } from '#lib/server/ingest/questions/declare-complete.ts';
import { doubtfulIssues } from '#lib/server/derive/doubtful-issues.ts';
import { mayReadDifferently } from '#lib/server/ingest/files/file-of-import.ts';
import { questionOf } from '#lib/server/ingest/questions/question.ts';
import {
	forgetMap,
	nameMap,
	rememberedMaps
} from '#lib/server/ingest/questions/remembered-maps.ts';
import { readSpooledRejects } from '#lib/server/ingest/files/reject-file.ts';
import { takenOf } from '#lib/server/ingest/files/read-receipt.ts';
import { spoolFolder } from '#lib/server/ingest/files/spool-room.ts';
import {
	enqueueReimport,
	enqueueUndo,
	requestStop,
	takeUpload
} from '#lib/server/ingest/files/upload.ts';
import { formOf, idAsked, idIn, textIn } from '../../../form.ts';
import { refused } from '../../../trouble-answers.ts';
import { givenFiles } from './given-files.ts';
import { mayTakeWhole } from './may-take-whole.ts';
import { zoneChoices } from '../../offered.ts';
import type { LeftOut } from '#lib/issue/source/left-out.ts';
import type { Locale } from '#lib/locales.ts';
import { createFormats } from '#lib/messages/format.ts';
import { leftOutWords } from '#lib/messages/left-out-words.ts';
import type { ReadingCard } from '#lib/providers/reading-card.ts';
import { services } from '#lib/providers/services.ts';
import { accountOf } from '#lib/server/access/may.ts';
import { answer } from '../answer.ts';
import { change } from '../change.ts';
import { providerName } from '../provider-name.ts';
import { readAnswer } from './map-form.ts';
import { receiptWords } from './receipt-words.ts';
import { titleWords } from './title.ts';
import { withDoubtWords } from './with-doubt-words.ts';
import { withTroubleWords } from './with-trouble-words.ts';
import { wordedCard } from './worded-card.ts';

export async function load(event) {
	const asked = idAsked(event.url, 'import');
	const { imports, missing, settling, revisions } = await answer(event, importFigures);
	const underWay = imports.filter(isUnderWay).map(({ id }) => id);
	const running = settling || underWay.length > 0;
	// what was sent under this number may have become another import
	const [became] = asked !== null ? await takenOf(event.locals.db, asked) : [];
	const chosen =
		imports.find(({ id }) => id === (became?.import.id ?? asked)) ??
		imports.find(({ state }) => state === 'question') ??
		imports.find(({ state }) => state === 'done');

	const receipt = chosen
		? await answer(event, (db, publication) => receiptFigures(db, publication, chosen.id))
		: null;
	const { inbox, language } = event.locals;
	const differently = event.url.searchParams.has('differently') && chosen?.state === 'done';
	const question =
		chosen && (chosen.state === 'question' || differently)
			? await answer(event, (db, publication) => questionOf(db, publication, chosen.id, inbox))
			: null;
	// whoever is asked already is not offered it
	const mayDiffer =
		question === null &&
		chosen?.state === 'done' &&
		(await answer(event, (db, publication) =>
			mayReadDifferently(db, publication, chosen.id, inbox)
		));

	const own = await answer(event, async (_, publication) => publication);
	const mayShow = mayTakeWhole(event.locals.visitor, own);
	const rejects = chosen && chosen.rejected > 0 && mayShow;
	const whole = rejects
		? (await readSpooledRejects(event.locals.db, spoolFolder(event.locals.data), chosen.id)) !==
			null
		: false;

	return {
		steps: await answer(event, firstSteps),
		doubtful: settling ? [] : await answer(event, doubtfulIssues),
		imports: imports.map((row) => withTroubleWords(row, language)),
		running,
		underWay,
		titleSaid: titleWords(imports, running, language),
		missing,
		settling,
		revisions,
		...saidOfReceipt(receipt, language, own.zone),
		// the list is longer than the script of the page needs to be
		services,
		question: question && withDoubtWords(question, language),
		mayDiffer,
		maps: await answer(event, rememberedMaps),
		whole,
		mostPasted: MOST_PASTED,
		mostInForm: MOST_IN_FORM,
		mayShow,
		zones: question?.asksZone ? zoneChoices(language, Date.now()) : []
	};
}

type Receipt = Awaited<ReturnType<typeof receiptFigures>>;

/** A receipt as its page shows it, and what is said of it in words. */
function saidOfReceipt(receipt: Receipt | null, language: Locale, zone: string) {
	const reading = receipt?.reading ?? null;
	const leftOut = reading?.leftOut as LeftOut | undefined;
	const cards = (reading?.cards ?? []) as ReadingCard[];
	return {
		receipt:
			receipt &&
			withTroubleWords({ ...receipt, reading: reading && { ...reading, cards: [] } }, language),
		receiptSaid: receipt && receiptWords(receipt, createFormats(language, zone)),
		service: receipt?.provider ? providerName(receipt.provider, { locale: language }) : null,
		leftOut: leftOut ? leftOutWords(leftOut, language) : null,
		/** the best reading was taken without an answer */
		taken: reading?.taken === true,
		cards: cards.map((card) => wordedCard(card, language))
	};
}

/** Leads to where what became of an import is read: whoever answered for one file is not shown another. */
function goToReceipt({ slug }: Publication, id: number): never {
	redirect(303, pathTo(`/p/${slug}/imports?import=${id}`));
}

type Verb = (
	db: App.Locals['db'],
	publication: Publication,
	id: number,
	form: FormData,
	locals: App.Locals
) => Promise<void>;

/** An action on one import, named by the form; foreseen trouble comes back to the page. */
function on(verb: Verb) {
	return async (event: RequestEvent) => {
		const { locals, params } = event;
		const form = await formOf(event);
		try {
			const publication = await publicationOf(locals.db, params.publication);
			await verb(locals.db, publication, idIn(form, 'import'), form, locals);
		} catch (cause) {
			return refused(cause, event, form);
		}
	};
}

/** Takes the files of a form that a browser without scripts sends. @returns the import of the first */
async function takeGiven(
	{ db, data, spool: quota }: App.Locals,
	publication: Publication,
	form: FormData,
	actor: { by: string | null; now: number }
): Promise<number> {
	let first: number | null = null;
	for (const { name, size, stream } of givenFiles(form, actor.now)) {
		// Node's streams can be read so, which the types of browsers do not say
		const body = stream() as unknown as AsyncIterable<Uint8Array>;
		const { id } = await takeUpload(db, publication, name, body, {
			...actor,
			data,
			quota,
			size,
			about: { again: true }
		});
		first ??= id;
	}
	return first!;
}

export const actions = {
	give: (event: RequestEvent) =>
		change(
			async (_, publication, form, actor) => {
				const first = await takeGiven(event.locals, publication, form, actor);
				goToReceipt(publication, first);
			},
			['file']
		)(event),
	stop: on((db, publication, id) => requestStop(db, publication, id, Date.now())),
	undo: on((db, publication, id, form) => enqueueUndo(db, publication, id, form.has('whole'))),
	again: on((db, publication, id) => enqueueReimport(db, publication, id)),
	map: on(async (db, publication, id, form, { inbox, data, visitor }) => {
		const by = accountOf(visitor);
		const where = { inbox, data, by, now: Date.now() };
		const read = await answerQuestion(db, publication, id, readAnswer(form), where);
		goToReceipt(publication, read);
	}),
	name: change((db, publication, form) =>
		nameMap(db, publication, idIn(form, 'map'), textIn(form, 'name'))
	),
	forget: change((db, publication, form) => forgetMap(db, publication, idIn(form, 'map'))),
	complete: change((db, publication, form, actor) =>
		declareComplete(db, publication, idIn(form, 'import'), form.has('complete'), actor)
	),
	beside: change((db, publication, form, actor) =>
		declareBeside(db, publication, idIn(form, 'import'), form.has('beside'), actor)
	),
	steps: change((db, publication) => hideSteps(db, publication)),
	leave: on(async (db, publication, id) => {
		await leaveOut(db, publication, id, Date.now());
		goToReceipt(publication, id);
	})
};
