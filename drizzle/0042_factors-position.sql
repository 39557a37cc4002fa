-- what an item's position is worth is named so in kept forecasts too; within a title a quote stands behind a backslash
UPDATE `forecast` SET `body` = replace(`body`, '"factors":{"place":', '"factors":{"position":') WHERE `body` LIKE '%"factors":{"place":%';
