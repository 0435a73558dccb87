-- The cards of the films from card_from to card_to, in order: a slice at a time, since gathering lists takes memory.
INSERT INTO film_card
WITH directed AS (SELECT film, person, billing FROM film_credit WHERE category = 'director' AND film BETWEEN getvariable('card_from') AND getvariable('card_to'))
SELECT f.film, coalesce(d.names, []), coalesce(g.names, []), coalesce(c.names, [])
FROM (SELECT film FROM film WHERE film BETWEEN getvariable('card_from') AND getvariable('card_to')) f
LEFT JOIN (SELECT d.film, list(n.name ORDER BY d.billing, abs(d.person)) AS names FROM directed d JOIN person n USING (person) WHERE n.name IS NOT NULL GROUP BY d.film) d ON d.film = f.film
LEFT JOIN (SELECT film, list(DISTINCT genre ORDER BY genre) AS names FROM film_genre WHERE film BETWEEN getvariable('card_from') AND getvariable('card_to') GROUP BY film) g ON g.film = f.film
LEFT JOIN (SELECT film, list(DISTINCT country ORDER BY country) AS names FROM film_country WHERE film BETWEEN getvariable('card_from') AND getvariable('card_to') GROUP BY film) c ON c.film = f.film
ORDER BY f.film;
