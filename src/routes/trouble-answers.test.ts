import { expect, test } from 'vitest';
import { Trouble } from '#lib/trouble.ts';
import { refused } from './trouble-answers.ts';

const form = new FormData();
form.append('amount', ' x');
form.append('file', new File(['secret'], 'a.csv'));

const met = (cause: unknown) => {
	const event = { locals: {} as Pick<App.Locals, 'refused'> };
	return { told: refused(cause, event, form), refused: event.locals.refused };
};

test.each([
	['badAmount', { given: 'x', field: 'own-2' }, ['own-2']],
	['badAmount', { given: 'x' }, ['amount', 'item', 'hour']],
	['noSuchMoney', {}, []]
] as const)('%s with %j → said at %j', (code, details, fields) => {
	const { told, refused } = met(new Trouble(code, details));
	const { trouble } = told.data;
	expect(trouble).toMatchObject({ code, fields });
	expect(refused?.refusal).toEqual({
		message: trouble.message,
		fields: [...fields],
		given: 'given' in details ? 'x' : null
	});
});

test('a form that is refused → its page is told what was typed; what a file holds is not', () => {
	expect(met(new Trouble('noSuchMoney', {})).refused?.sent).toEqual([['amount', ' x']]);
});

test('what nobody foresaw → thrown on', () => {
	expect(() => met(new RangeError('broken'))).toThrow('broken');
});
