import { DAY } from '#lib/duration.ts';
import { expect, test } from 'vitest';
import { recordAudit } from '../store/people/audit.ts';
import { open } from '../store/sql/open.ts';
import { actAs } from './acting.ts';
import { auditRows, sweepAudit } from './audit.ts';
import { removeToken, addToken, scriptOf } from './tokens.ts';

test('audit entries older than they are kept → removed, the rest kept', async () => {
	const db = await open(':memory:');
	const now = 1000 * DAY;
	for (const age of [0, 200, 364, 367, 900])
		await recordAudit(db, null, { by: null, now: now - age * DAY }, 'sign-in.out', { age });
	await sweepAudit(db, now);
	const ages = (await auditRows(db, {})).map(({ details }) => details.age);
	expect(ages).toEqual([364, 200, 0]);
});

test('a change made while acting for somebody → in their name; one made afterwards → in nobody’s', async () => {
	const db = await open(':memory:');
	const bo = { by: null, who: 'nightly', via: 'api', address: '192.0.2.7', request: null } as const;
	const terms = { name: 'a', scope: 'read', publicationId: null, expiresAt: null } as const;
	await actAs(bo, () => addToken(db, terms, 5));
	await removeToken(db, 'a', 6);
	expect(await auditRows(db, {})).toMatchObject([
		{ action: 'tokens.removed', who: null, via: null, address: null },
		{ action: 'tokens.added', who: 'nightly', via: 'api', address: '192.0.2.7', at: 5 }
	]);
});

test('a token → valid up to the instant when it expires', async () => {
	const db = await open(':memory:');
	const terms = { name: 'a', scope: 'read', publicationId: null, expiresAt: 100 } as const;
	const headers = new Headers({ authorization: `Bearer ${await addToken(db, terms, 5)}` });
	expect(await scriptOf(db, headers, 99)).toMatchObject({ name: 'a' });
	expect(await scriptOf(db, headers, 100)).toBeNull();
});
