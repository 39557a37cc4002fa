-- a topic's names become one list by language
ALTER TABLE `topic` RENAME COLUMN `name_en` TO `names`;--> statement-breakpoint
UPDATE `topic` SET `names` = json_object('en', `names`, 'fr', `name_fr`);--> statement-breakpoint
ALTER TABLE `topic` DROP COLUMN `name_fr`;--> statement-breakpoint
-- an undo puts back topics as the audit has them
UPDATE `audit` SET `details` = json_set(`details`, '$.before.topics', (
	SELECT json_group_array(json_set(
		json_remove(`value`, '$.nameEn', '$.nameFr'),
		'$.names', json_object('en', json_extract(`value`, '$.nameEn'), 'fr', json_extract(`value`, '$.nameFr'))
	))
	FROM json_each(`details`, '$.before.topics')
))
WHERE `action` LIKE 'topics.%' AND json_array_length(`details`, '$.before.topics') > 0;
