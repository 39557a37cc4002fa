-- rates and costs are of the currency that the publication had when they were given
UPDATE `publication` SET `rates` = json_object(`currency`, json(`rates`)) WHERE `rates` <> '{}';--> statement-breakpoint
UPDATE `publication` SET `costs` = json_object(`currency`, json(`costs`)) WHERE `costs` <> '{}';--> statement-breakpoint
-- an undo puts them back as the audit has them
UPDATE `audit` SET `details` = json_set(`details`,
	'$.before.settings.rates', json_object((SELECT `currency` FROM `publication` WHERE `id` = `publication_id`), json(json_extract(`details`, '$.before.settings.rates'))),
	'$.before.settings.costs', json_object((SELECT `currency` FROM `publication` WHERE `id` = `publication_id`), json(json_extract(`details`, '$.before.settings.costs'))))
WHERE `action` = 'money.settings' AND json_type(`details`, '$.before.settings.rates') = 'object'
	AND `publication_id` IN (SELECT `id` FROM `publication`);
