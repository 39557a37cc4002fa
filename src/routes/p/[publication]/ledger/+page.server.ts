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
import { ledgerFigures } from '#lib/server/figures/ledger.ts';
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

export const actions = {
	add: change((db, publication, form, actor) => {
		const said = typed(form);
		switch (kindOf(form)) {
			case 'spend':
				return addMoney(db, publication, 'spend', spendWords(said), actor);
			case 'value':
				return addMoney(db, publication, 'value', { ...valueWords(said), ...nowhere }, actor);
			case 'placement':
				return addMoney(
					db,
					publication,
					'placement',
					{ ...placementWords(said), urlId: null },
					actor
				);
		}
	}),
	change: change((db, publication, form, actor) => {
		const said = typed(form);
		const id = Number(form.get('row'));
		switch (kindOf(form)) {
			case 'spend':
				return changeMoney(db, publication, 'spend', id, spendWords(said), actor);
			case 'value':
				return changeMoney(db, publication, 'value', id, valueWords(said), actor);
			case 'placement':
				return changeMoney(db, publication, 'placement', id, placementWords(said), actor);
		}
	}),
	leave: change((db, publication, form, actor) =>
		leaveOutMoney(db, publication, kindOf(form), Number(form.get('row')), !form.has('back'), actor)
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
