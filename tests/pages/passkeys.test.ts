import { expect, test, type CDPSession, type Page } from '@playwright/test';
import { folder, rubrique } from '../flow/program.ts';
import {
	createAdministrator,
	createPublication,
	everybodyCanUse,
	openPage,
	visit,
	type Visit
} from './visit.ts';

// one after the other, as one person would: with a device that Chromium plays
test.describe.configure({ mode: 'serial' });

const where = { here: folder(), env: { RUBRIQUE_DATA: folder() } };
let there: Visit;
let page: Page;
let device: CDPSession;
let authenticatorId: string;

test.beforeAll(async ({ browser }) => {
	there = await visit(browser, where.env);
	page = there.page;
	await createAdministrator(there);
	await createPublication(page, { name: 'Letter', slug: 'letter', language: 'en' });
	device = await page.context().newCDPSession(page);
	await device.send('WebAuthn.enable');
	({ authenticatorId } = await device.send('WebAuthn.addVirtualAuthenticator', {
		options: {
			protocol: 'ctap2',
			transport: 'internal',
			hasResidentKey: true,
			hasUserVerification: true,
			isUserVerified: true,
			automaticPresenceSimulation: true
		}
	}));
});

test.afterAll(async () => {
	await there?.leave();
});

async function add(name: string, password: string) {
	await openPage(page, '/account');
	await page.locator('#passkey-name').fill(name);
	await page.locator('#passkey-password').fill(password);
	await page.getByRole('button', { name: 'Add passkey' }).click();
}

async function enter(next = '/sign-in') {
	await page.context().clearCookies();
	await openPage(page, next);
	await page.getByRole('button', { name: 'Use a passkey' }).click();
}

/** The last entries of the log, as the command says them. */
async function logged(action: string) {
	const { out } = await rubrique(['audit', '--action', action, '--json'], where);
	return (JSON.parse(out) as { action: string; who: string; details: object }[]).map(
		({ action: what, details }) => ({ action: what, ...details })
	);
}

test('a wrong password → no passkey is added', async () => {
	await add('Laptop', 'not this one');
	await expect(page.getByRole('alert')).toContainText('The password is wrong');
	const { credentials } = await device.send('WebAuthn.getCredentials', { authenticatorId });
	expect(credentials).toEqual([]);
});

test('the right password and a name → a passkey is added, and listed', async () => {
	await add('Laptop', 'correct horse');
	await expect(page.getByText('The passkey has been added')).toBeVisible();
	await expect(page.getByRole('listitem').filter({ hasText: 'Laptop' })).toContainText('added');
	await expect(page.getByRole('rowheader', { name: /Ana/ })).toContainText('passkeys: 1');
	await everybodyCanUse(page);
});

test('a device that already has a passkey → makes no second one', async () => {
	await add('Again', 'correct horse');
	await expect(page.getByRole('alert')).toContainText('No passkey was made');
});

test('a sign-in with the passkey → no password, the page that was asked for, and an entry in the log', async () => {
	await enter('/p/letter/items');
	await expect(page).toHaveURL('/p/letter/items');
	await openPage(page, '/account');
	await expect(page.getByText('last used')).toBeVisible();
	expect((await logged('sign-in.done'))[0]).toMatchObject({
		action: 'sign-in.done',
		email: 'ana@example.org',
		by: 'passkey'
	});
	expect((await logged('people.passkeyAdded'))[0]).toMatchObject({ name: 'Laptop' });
});

test('a device that does not verify its user → nobody is signed in', async () => {
	await device.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false });
	await enter();
	await expect(page.getByRole('alert')).toContainText('No passkey was used');
	await everybodyCanUse(page);
	await device.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: true });
});

test('an answer of a passkey sent a second time → refused and logged', async () => {
	await page.context().clearCookies();
	await openPage(page, '/sign-in');
	const asked = page.waitForRequest((one) => one.method() === 'POST');
	await page.getByRole('button', { name: 'Use a passkey' }).click();
	const body = (await asked).postData()!;
	await expect(page).toHaveURL(/\/p\/letter/);
	const again = await fetch(`${there.program.address}/sign-in/passkey`, {
		method: 'POST',
		body,
		redirect: 'manual',
		headers: {
			origin: there.program.address,
			accept: 'text/html',
			'content-type': 'application/x-www-form-urlencoded'
		}
	});
	expect([again.status, again.headers.getSetCookie()]).toEqual([400, []]);
	expect((await logged('sign-in.failed'))[0]).toMatchObject({ by: 'passkey', known: false });
});

test('pages in French → the passkey signs in as well', async () => {
	await page.context().clearCookies();
	const french = { name: 'language', value: 'fr', url: there.program.address };
	await page.context().addCookies([french]);
	await openPage(page, '/sign-in');
	await page.getByRole('button', { name: 'Utiliser une clé d’accès' }).click();
	await expect(page).toHaveURL(/\/p\/letter/);
	await openPage(page, '/account');
	await expect(page.getByRole('heading', { name: 'Clés d’accès' })).toBeVisible();
	await page.context().clearCookies({ name: french.name });
});

test('a passkey removed → it is not accepted, and the password still is', async () => {
	await openPage(page, '/account');
	await page.getByRole('button', { name: 'Remove the passkey Laptop' }).click();
	await expect(page.getByText('You have no passkey yet')).toBeVisible();
	await enter();
	await expect(page.getByRole('alert')).toContainText('This passkey was not accepted');
	await everybodyCanUse(page);
	await page.getByRole('link', { name: 'Back to sign-in' }).click();
	await page.getByLabel('E-mail address').fill('ana@example.org');
	await page.getByLabel('Password').fill('correct horse');
	await page.getByRole('button', { name: 'Sign in', exact: true }).click();
	await expect(page).toHaveURL(/\/p\/letter/);
});

test('the passkeys of an account removed by a command → not accepted any more', async () => {
	await device.send('WebAuthn.clearCredentials', { authenticatorId });
	await add('Phone', 'correct horse');
	await expect(page.getByText('The passkey has been added')).toBeVisible();
	const taken = await rubrique(['user', 'remove-passkeys', 'ana@example.org', '--json'], where);
	expect(JSON.parse(taken.out)).toEqual({ email: 'ana@example.org', n: 1 });
	await enter();
	await expect(page.getByRole('alert')).toContainText('This passkey was not accepted');
	expect((await rubrique(['user', 'remove-passkeys', 'ana@example.org'], where)).code).toBe(1);
});
