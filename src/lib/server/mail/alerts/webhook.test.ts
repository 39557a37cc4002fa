import { createServer, type RequestListener } from 'node:http';
import { onTestFinished, expect, test } from 'vitest';
import { isInside, webhookSender } from './webhook.ts';

test.each([
	'127.0.0.1',
	'10.1.2.3',
	'172.31.0.1',
	'192.168.1.1',
	'169.254.169.254',
	'100.64.0.1',
	'0.0.0.0',
	'::1',
	'::',
	'fe80::1',
	'fd00::1',
	'::ffff:127.0.0.1',
	'::ffff:a9fe:a9fe',
	'64:ff9b::7f00:1',
	'no address'
])('%s → is inside', (address) => {
	expect(isInside(address)).toBe(true);
});

test.each(['93.184.216.34', '172.32.0.1', '2606:2800:220:1::1', '::ffff:93.184.216.34'])(
	'%s → is outside',
	(address) => {
		expect(isInside(address)).toBe(false);
	}
);

async function listening(answer: RequestListener): Promise<number> {
	const server = createServer(answer);
	await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
	onTestFinished(() => void server.close());
	return (server.address() as { port: number }).port;
}

test('a URL of the machine itself, by number, by name or in another spelling → nothing is sent', async () => {
	let asked = 0;
	const port = await listening((_, response) => {
		asked++;
		response.end();
	});
	for (const host of ['127.0.0.1', 'localhost', '[::1]', '2130706433', '0x7f.1', '[::ffff:7f00:1]'])
		expect(await webhookSender(false).send(`http://${host}:${port}/`, {}, 'a')).toMatchObject({
			final: true,
			unsure: false
		});
	expect(asked).toBe(0);
});

test.each([
	[204, null],
	[301, { final: true }],
	[404, { final: true }],
	[429, { final: false }],
	[503, { final: false }]
])('an answer of %i → %j', async (status, outcome) => {
	const port = await listening((_, response) => {
		response.writeHead(status, { location: 'http://example.com/' }).end();
	});
	const failure = await webhookSender(true).send(`http://127.0.0.1:${port}/`, { a: 1 }, 'a');
	if (outcome === null) expect(failure).toBeNull();
	else expect(failure).toMatchObject({ ...outcome, unsure: false, problem: `HTTP ${status}` });
});

test('silence after all was given → it may have arrived', async () => {
	const port = await listening((request, response) => {
		request.resume().on('end', () => response.destroy());
	});
	expect(await webhookSender(true).send(`http://127.0.0.1:${port}/`, {}, 'a')).toMatchObject({
		unsure: true
	});
});
