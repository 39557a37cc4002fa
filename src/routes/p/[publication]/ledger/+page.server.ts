import {
	addMoney,
	changeMoney,
	changeMoneySettings,
	leaveOutMoney,
	undoableMoneyChange,
	undoMoneyChange
} from '#lib/server/desk/money.ts';
import {
	costWords,
	placementWords,
	rateWords,
	spendWords,
	valueWords
} from '#lib/server/desk/money-words.ts';
import { ledgerFigures } from '#lib/server/figures/money/ledger.ts';
import type { Publication } from '#lib/server/figures/publications.ts';
import { readerOfAddress } from '#lib/server/ingest/find-reader.ts';
import { openIdentity } from '#lib/server/ingest/packs/open-identity.ts';
import { idIn } from '../../../form.ts';
import { answer } from '../answer.ts';
import { change } from '../change.ts';
import { kindOf, typed } from './typed.ts';

export async function load(event) {
	return {
		ledger: await answer(event, ledgerFigures),
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

function add(event: Event) {
	return change(async (db, publication, form, actor) => {
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
	})(event);
}

function say(event: Event) {
	return change(async (db, publication, form, actor) => {
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
	})(event);
}

export const actions = {
	add,
	change: say,
	leave: change((db, publication, form, actor) =>
		leaveOutMoney(db, publication, kindOf(form), idIn(form, 'row'), !form.has('back'), actor)
	),
	rates: change((db, publication, form, actor) => {
		const entries = [...form].map(([name, value]): [string, string] => [name, String(value)]);
		const known = entries.filter(([name]) => /^[A-Z]{3}$/.test(name));
		const [code, rate] = [String(form.get('code') ?? ''), String(form.get('rate') ?? '')];
		const more: [string, string][] = /^[A-Z]{3}$/.test(code) ? [[code, rate]] : [];
		const rates = rateWords([...known, ...more]);
		return changeMoneySettings(db, publication, { rates }, actor);
	}),
	costs: change(async (db, publication, form, actor) => {
		const { sections } = await ledgerFigures(db, publication);
		const costs = costWords(
			typed(form),
			sections.map(({ id }) => id),
			publication
		);
		await changeMoneySettings(db, publication, { costs }, actor);
	}),
	undo: change((db, publication, _, actor) => undoMoneyChange(db, publication, actor))
};
