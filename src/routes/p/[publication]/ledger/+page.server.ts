import { fail } from '@sveltejs/kit';
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
	costWords,
	placementWords,
	rateWords,
	spendWords,
	valueWords
} from '#lib/server/editing/money-words.ts';
import { ledgerFigures, sectionsToCost } from '#lib/server/figures/money/ledger.ts';
import type { Publication } from '#lib/server/figures/publications.ts';
import { readerOfAddress } from '#lib/server/ingest/find-reader.ts';
import { openIdentity } from '#lib/server/ingest/packs/open-identity.ts';
import { idIn, textIn } from '../../../form.ts';
import { currencyChoices } from '../../offered.ts';
import { answer } from '../answer.ts';
import { change } from '../change.ts';
import { kindOf, typed } from './typed.ts';

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
		currencies: currencyChoices(locals.language),
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

/** A form that is refused says which it was, so that its page shows the reason where it belongs. */
function named(verbFor: (event: Event) => (...given: Given) => Promise<unknown>) {
	return async (event: Event) => {
		let of = { kind: '', row: '' };
		const answer = await change(async (db, publication, form, ...rest) => {
			of = { kind: textIn(form, 'kind'), row: textIn(form, 'row') };
			await verbFor(event)(db, publication, form, ...rest);
		})(event);
		return answer && fail(answer.status, { ...answer.data, of });
	};
}

const add = named((event) => async (db, publication, form, actor) => {
	const said = typed(form);
	switch (kindOf(form)) {
		case 'spend':
			return addMoney(db, publication, 'spend', spendWords(said), actor);
		case 'value':
			return addMoney(
				db,
				publication,
				'value',
				{
					...valueWords(said),
					...nowhere,
					...(await readerNamed(event, publication, said('address')))
				},
				actor
			);
		case 'placement':
			return addMoney(
				db,
				publication,
				'placement',
				{ ...placementWords(said), urlId: null },
				actor
			);
	}
});

const edit = named((event) => async (db, publication, form, actor) => {
	const said = typed(form);
	const id = idIn(form, 'row');
	switch (kindOf(form)) {
		case 'spend':
			return changeMoney(db, publication, 'spend', id, spendWords(said), actor);
		case 'value':
			return changeMoney(
				db,
				publication,
				'value',
				id,
				{ ...valueWords(said), ...(await readerNamed(event, publication, said('address'))) },
				actor
			);
		case 'placement':
			return changeMoney(db, publication, 'placement', id, placementWords(said), actor);
	}
});

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
