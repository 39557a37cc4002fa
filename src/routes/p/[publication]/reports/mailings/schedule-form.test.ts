import { expect, test } from 'vitest';
import { readScheduleForm } from './schedule-form.ts';

function read(fields: Record<string, string>) {
	const form = new FormData();
	for (const [name, value] of Object.entries(fields)) form.set(name, value);
	return readScheduleForm(form);
}

test('a weekly or a monthly schedule → its own day; addresses → split, each named once', () => {
	const fields = {
		report: 'management',
		locale: 'fr',
		week: '1',
		month: '15',
		hour: '7',
		last: ''
	};
	const to = 'ana@example.org, ben@example.org\nana@example.org';
	expect(read({ ...fields, every: 'week', to })).toMatchObject({
		rule: { every: 'week', day: 1, hour: 7, last: null },
		recipients: ['ana@example.org', 'ben@example.org']
	});
	expect(read({ ...fields, every: 'month', to, last: '12' })).toMatchObject({
		rule: { every: 'month', day: 15, last: 12 }
	});
});

test('a schedule that waits for issues → a report on an issue', () => {
	expect(read({ report: 'management', every: 'issue', to: '', locale: 'en' })).toMatchObject({
		report: 'issue',
		rule: { every: 'issue' }
	});
});

test.each([
	[{}, 'before'],
	[{ compare: 'year' }, 'year'],
	[{ compare: 'none' }, 'none'],
	[
		{ compare: 'custom', compareFrom: '2025-03-31', compareTo: '2025-01-01' },
		'2025-01-01..2025-03-31'
	]
])('%j → compared with %s', (fields, comparison) => {
	expect(
		read({ report: 'management', every: 'week', locale: 'en', to: '', ...fields })
	).toMatchObject({ comparison });
});
