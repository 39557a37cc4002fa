-- what was counted before anybody wrote down by which rules was counted by older ones
INSERT INTO `setting` (`name`, `value`)
SELECT 'rollupRules', CASE WHEN EXISTS (SELECT 1 FROM `rollup_issue`) THEN '0' ELSE '1' END;
