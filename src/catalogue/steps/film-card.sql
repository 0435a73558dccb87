SELECT f.film, coalesce(d.names, []) AS directors, coalesce(g.names, []) AS genres, coalesce(c.names, []) AS countries FROM film f
LEFT JOIN (SELECT c.film, list(p.name ORDER BY c.billing, abs(c.person)) AS names FROM film_credit c JOIN person p ON p.person = c.person WHERE c.category = 'director' AND p.name IS NOT NULL GROUP BY c.film) d ON d.film = f.film
LEFT JOIN (SELECT film, list(DISTINCT genre ORDER BY genre) AS names FROM film_genre GROUP BY film) g ON g.film = f.film
LEFT JOIN (SELECT film, list(DISTINCT country ORDER BY country) AS names FROM film_country GROUP BY film) c ON c.film = f.film
