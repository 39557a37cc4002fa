import { listOf } from '#lib/columns/list.ts';
import {
	monthTotalTable,
	placementTable,
	spendTable,
	valueTable
} from '#lib/columns/tables/ledger.ts';
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
import type { Publication } from '#lib/server/figures/publications.ts';
import { readerOfAddress } from '#lib/server/ingest/find-reader.ts';
import { openIdentity } from '#lib/server/ingest/packs/open-identity.ts';
import type { Sent } from '#lib/refused-form.ts';
import { choiceIn, idIn, textIn } from '../../../form.ts';
import { typedIn } from '../../../status.ts';
import { currencyChoices } from '../../offered.ts';
import { answer } from '../answer.ts';
import { change } from '../change.ts';
import { placesIn, withCount } from './places.ts';
import { countIn, kindOf, typed } from './typed.ts';

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
		undoable: await answer(event, async (db, publication) => {
			const last = await undoableMoneyChange(db, publication);
			return last !== null;
		})
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

type Event = Parameters<ReturnType<typeof change>>[0];
type Given = Parameters<Parameters<typeof change>[0]>;

/** A form that is shown again, for more to be said in it. */
type Asked = { sent: Sent };

const add = (event: Event) =>
	change(async (...given: Given): Promise<{ of: Asked } | undefined> => {
		const [db, publication, form, actor] = given;
		const said = typed(form);
		switch (kindOf(form)) {
			case 'spend':
				await addMoney(db, publication, 'spend', [spendWords(said)], actor);
				return;
			case 'value': {
				const words = {
					...{ ...valueWords(said), ...nowhere },
					...(await readerNamed(event, publication, said('address')))
				};
				await addMoney(db, publication, 'value', [words], actor);
				return;
			}
			case 'placement': {
				const sent = await book(...given);
				return sent ? { of: { sent } } : undefined;
			}
		}
	})(event);

/**
 * Keeps the placements that a form lists.
 *
 * @returns where it asks for another number of them than it lists: the form with as many, to be looked at; else null
 */
async function book(...[db, publication, form, actor]: Given): Promise<Sent | null> {
	const places = placesIn(form);
	const count = countIn(form);
	if (count !== places.length) {
		const others = typedIn(form).filter(([name]) => name !== 'issue' && name !== 'own');
		const listed = withCount(places, count).flatMap(({ issue, own }): [string, string][] => [
			['issue', issue],
			['own', own]
		]);
		return [...others, ...listed];
	}
	const words = bookingWords(typed(form), choiceIn(form, 'basis', ['each', 'all']), places);
	const placements = words.map((one) => ({ ...one, urlId: null }));
	await addMoney(db, publication, 'placement', placements, actor);
	return null;
}

const edit = (event: Event) =>
	change(async (...[db, publication, form, actor]: Given) => {
		const said = typed(form);
		const id = idIn(form, 'row');
		switch (kindOf(form)) {
			case 'spend':
				return changeMoney(db, publication, 'spend', id, spendWords(said), actor);
			case 'value': {
				const reader = await readerNamed(event, publication, said('address'));
				const words = { ...valueWords(said), ...reader };
				return changeMoney(db, publication, 'value', id, words, actor);
			}
			case 'placement':
				return changeMoney(db, publication, 'placement', id, placementWords(said), actor);
		}
	})(event);

export const actions = {
	add,
	change: edit,
	leave: change((db, publication, form, actor) =>
		leaveOutMoney(db, publication, kindOf(form), idIn(form, 'row'), !form.has('back'), actor)
	),
	rates: change((db, publication, form, actor) => {
		const entries = [...form].map(([name, value]): [string, string] => [name, String(value)]);
		const known = entries.filter(([name]) => /^[A-Z]{3}$/.test(name));
		const [code, rate] = [textIn(form, 'code').toUpperCase(), String(form.get('rate') ?? '')];
		const more: [string, string][] = /^[A-Z]{3}$/.test(code) ? [[code, rate]] : [];
		const rates = rateWords([...known, ...more]);
		return changeMoneySettings(db, publication, { rates }, actor);
	}),
	costs: change(async (db, publication, form, actor) => {
		const sections = await sectionsToCost(db, publication);
		const costs = costWords(
			typed(form),
			sections.map(({ id }) => id),
			publication
		);
		await changeMoneySettings(db, publication, { costs }, actor);
	}),
	undo: change((db, publication, _, actor) => undoMoneyChange(db, publication, actor))
};
