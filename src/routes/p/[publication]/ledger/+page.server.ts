import { listOf } from '#lib/columns/list.ts';
import {
	monthTotalTable,
	placementTable,
	spendTable,
	valueTable
} from '#lib/columns/tables/ledger.ts';
import type { MoneyKind } from '#lib/money-kinds.ts';
import { createFormats } from '#lib/messages/format.ts';
import {
	addMoney,
	changeMoney,
	changeMoneySettings,
	leaveOutMoney,
	undoableMoneyChange,
	undoMoneyChange
} from '#lib/server/editing/money.ts';
import {
	bookingWords,
	costWords,
	placementWords,
	rateWords,
	spendWords,
	valueWords
} from '#lib/server/editing/money-words.ts';
import { channelChoices } from '#lib/server/figures/money/channel-choices.ts';
import { ledgerFigures, sectionsToCost } from '#lib/server/figures/money/ledger.ts';
import { areUnshown } from '#lib/server/figures/money/unshown.ts';
import type { Publication } from '#lib/server/figures/publications.ts';
import { readerOfAddress } from '#lib/server/ingest/find-reader.ts';
import { openIdentity } from '#lib/server/ingest/packs/open-identity.ts';
import type { SentFields } from '#lib/refused-form.ts';
import { choiceIn, idIn, shownIn, textIn } from '../../../form.ts';
import { typedIn } from '../../../trouble-answers.ts';
import { currencyChoices } from '../../offered.ts';
import { answer } from '../answer.ts';
import { change } from '../change.ts';
import { lastChange } from '../last-change.ts';
import { typedPlacements, withCount } from './places.ts';
import { showingRow, type Saved } from './saved.ts';
import { countIn, kindOf, shownCells, typed } from './typed.ts';

export async function load(event) {
	const { locals, parent } = event;
	const ledger = await answer(event, ledgerFigures);
	const { publication } = await parent();
	const formats = createFormats(locals.language, publication.zone);
	const params = event.url.searchParams;
	const { spend, value, placement, totals, ...rest } = ledger;
	const asked = (prefix: string) => ({ params, formats, prefix: `${prefix}.`, perPage: 12 });
	return {
		ledger: {
			...rest,
			spend: listOf(spendTable, spend, asked('spend')),
			value: listOf(valueTable, value, asked('value')),
			placement: listOf(placementTable, placement, asked('placement')),
			totals: listOf(monthTotalTable, totals, asked('totals'))
		},
		channelChoices: await answer(event, channelChoices),
		currencies: currencyChoices(locals.language),
		// as many placements are listed as were sent
		unkept: locals.refused?.sent ?? null,
		undoable: await lastChange(event, undoableMoneyChange)
	};
}

const nowhere = { readerId: null, urlId: null, conversions: null, sessions: null };

/** Whose a value is, where the form names somebody; the address goes no further. */
async function readerNamed(
	{ locals }: { locals: App.Locals },
	publication: Publication,
	address: string
) {
	if (!address) return {};
	const identity = await openIdentity(locals.db, locals.data, locals.readerKey);
	return { readerId: await readerOfAddress(locals.db, publication, address, identity) };
}

type Event = Parameters<ReturnType<typeof change>>[0] & { url: URL };
type Given = Parameters<Parameters<typeof change>[0]>;

/** A form that is shown again, for more to be said in it; or what it saved. */
type Told = { of: { sent: SentFields } | { saved: Saved } };

/** What is told of rows that were saved: where the page shows a part of all rows, whether they are of it. */
async function toldOf(
	event: Event,
	kind: MoneyKind,
	verb: Saved['verb'],
	ids: number[],
	words: Parameters<typeof showingRow>[1]
): Promise<Told> {
	const isOutside = await answer(event, (db, publication, filters, now) =>
		areUnshown(db, publication, filters, now, { kind, ids })
	);
	return { of: { saved: { kind, verb, ids, isOutside, show: showingRow(kind, words) } } };
}

const add = (event: Event) =>
	change(async (...given: Given): Promise<Told> => {
		const [db, publication, form, actor] = given;
		const said = typed(form);
		const kind = kindOf(form);
		switch (kind) {
			case 'spend': {
				const words = spendWords(said);
				const ids = await addMoney(db, publication, kind, [words], actor);
				return toldOf(event, kind, 'add', ids, words);
			}
			case 'value': {
				const words = {
					...valueWords(said),
					...nowhere,
					...(await readerNamed(event, publication, said('address')))
				};
				const ids = await addMoney(db, publication, kind, [words], actor);
				return toldOf(event, kind, 'add', ids, words);
			}
			case 'placement':
				return book(event, ...given);
		}
	})(event);

/**
 * Keeps the placements that a form lists; where it asks for another number of them than it lists: the form
 * with as many, to be looked at.
 */
async function book(event: Event, ...[db, publication, form, actor]: Given): Promise<Told> {
	const places = typedPlacements(form);
	const count = countIn(form);
	if (count !== places.length) {
		const others = typedIn(form).filter(([name]) => name !== 'issue' && name !== 'own');
		const listed = withCount(places, count).flatMap(({ issue, own }): [string, string][] => [
			['issue', issue],
			['own', own]
		]);
		return { of: { sent: [...others, ...listed] } };
	}
	const words = bookingWords(typed(form), choiceIn(form, 'basis', ['each', 'all']), places);
	const placements = words.map((one) => ({ ...one, urlId: null }));
	const ids = await addMoney(db, publication, 'placement', placements, actor);
	return toldOf(event, 'placement', 'add', ids, { sponsor: words[0]!.sponsor });
}

const edit = (event: Event) =>
	change(async (...[db, publication, form, actor]: Given): Promise<Told> => {
		const said = typed(form);
		const row = idIn(form, 'row');
		const kind = kindOf(form);
		const shown = shownIn(form);
		switch (kind) {
			case 'spend': {
				const words = spendWords(said);
				const id = await changeMoney(db, publication, kind, row, words, actor, shown);
				return toldOf(event, kind, 'change', [id], words);
			}
			case 'value': {
				const reader = await readerNamed(event, publication, said('address'));
				const words = { ...valueWords(said), ...reader };
				const id = await changeMoney(db, publication, kind, row, words, actor, shown);
				return toldOf(event, kind, 'change', [id], words);
			}
			case 'placement': {
				const words = placementWords(said);
				const id = await changeMoney(db, publication, kind, row, words, actor, shown);
				return toldOf(event, kind, 'change', [id], words);
			}
		}
	})(event);

export const actions = {
	add,
	change: edit,
	leave: change(async (db, publication, form, actor): Promise<Told> => {
		const [kind, id] = [kindOf(form), idIn(form, 'row')];
		const verb = form.has('back') ? 'back' : 'leave';
		await leaveOutMoney(db, publication, kind, id, verb === 'leave', actor, shownIn(form));
		// it stays where it is in the list
		return { of: { saved: { kind, verb, ids: [id], isOutside: false, show: {} } } };
	}),
	rates: change((db, publication, form, actor) => {
		const entries = [...form].map(([name, value]): [string, string] => [name, String(value)]);
		const known = entries.filter(([name]) => /^[A-Z]{3}$/.test(name));
		const [code, rate] = [textIn(form, 'code').toUpperCase(), String(form.get('rate') ?? '')];
		const more: [string, string][] = /^[A-Z]{3}$/.test(code) ? [[code, rate]] : [];
		const rates = rateWords([...known, ...more]);
		const shown = rateWords(shownCells(form));
		return changeMoneySettings(db, publication, { rates, shown }, actor);
	}),
	costs: change(async (db, publication, form, actor) => {
		const sections = await sectionsToCost(db, publication);
		const ids = sections.map(({ id }) => id);
		const cells = new Map(shownCells(form));
		const costs = costWords(typed(form), ids, publication);
		const shown = costWords((name) => cells.get(name) ?? '', ids, publication);
		await changeMoneySettings(db, publication, { costs, shown }, actor);
	}),
	undo: change((db, publication, form, actor) =>
		undoMoneyChange(db, publication, actor, idIn(form, 'of'))
	)
};
