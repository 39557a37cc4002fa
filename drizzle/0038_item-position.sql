-- an item's order in its issue is its position everywhere
ALTER TABLE `item` RENAME COLUMN `slot` TO `position`;--> statement-breakpoint
-- so do corrections name it; within a title a quote stands behind a backslash
UPDATE `correction` SET `change` = replace(`change`, '"slot":', '"position":') WHERE `change` LIKE '%"slot":%';--> statement-breakpoint
UPDATE `audit` SET `details` = replace(`details`, '"slot":', '"position":') WHERE `details` LIKE '%"slot":%';--> statement-breakpoint
-- and addresses that show its column, or sort by it
UPDATE `saved_view` SET `path` = rtrim(replace(replace(replace(`path` || '&',
	'columns=order&', 'columns=position&'), 'order=order&', 'order=position&'), 'order=-order&', 'order=-position&'), '&')
WHERE `path` || '&' LIKE '%=order&%' OR `path` || '&' LIKE '%=-order&%';--> statement-breakpoint
UPDATE `share` SET `path` = rtrim(replace(replace(replace(`path` || '&',
	'columns=order&', 'columns=position&'), 'order=order&', 'order=position&'), 'order=-order&', 'order=-position&'), '&')
WHERE `path` || '&' LIKE '%=order&%' OR `path` || '&' LIKE '%=-order&%';
