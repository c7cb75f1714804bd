<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
<context>
    <name>Captions</name>
    <message>
        <source>Shoppers</source>
        <translation>Kunden</translation>
    </message>
</context>
<context>
    <name>Figures</name>
    <message>
        <source>Successful journeys / s</source>
        <translation>Erfolgreiche Journeys / s</translation>
    </message>
    <message>
        <source>Successful journeys a second, measured over the last second</source>
        <translation>Erfolgreiche Journeys je Sekunde, gemessen über die letzte Sekunde</translation>
    </message>
    <message>
        <source>Success, %</source>
        <translation>Erfolg, %</translation>
    </message>
    <message>
        <source>Share of journeys that succeeded, measured over the last second</source>
        <translation>Anteil der Journeys, die gelangen, gemessen über die letzte Sekunde</translation>
    </message>
    <message>
        <source>p50 of a journey, ms</source>
        <translation>p50 einer Journey, ms</translation>
    </message>
    <message>
        <source>Half of the journeys are quicker, in milliseconds, measured from the intended start</source>
        <translation>Die Hälfte der Journeys ist schneller, in Millisekunden, gemessen ab dem geplanten Start</translation>
    </message>
    <message>
        <source>p95 of a journey, ms</source>
        <translation>p95 einer Journey, ms</translation>
    </message>
    <message>
        <source>p95 of journeys in milliseconds, measured from the intended start</source>
        <translation>p95 der Journeys in Millisekunden, gemessen ab dem geplanten Start</translation>
    </message>
    <message>
        <source>p99 of a journey, ms</source>
        <translation>p99 einer Journey, ms</translation>
    </message>
    <message>
        <source>p99 of journeys in milliseconds, measured from the intended start</source>
        <translation>p99 der Journeys in Millisekunden, gemessen ab dem geplanten Start</translation>
    </message>
    <message>
        <source>Customers waiting</source>
        <translation>Wartende Kunden</translation>
    </message>
    <message>
        <source>Journeys in flight: customers who wait for an answer, measured</source>
        <translation>Laufende Journeys: Kunden, die auf eine Antwort warten, gemessen</translation>
    </message>
    <message>
        <source>Messages waiting</source>
        <translation>Wartende Nachrichten</translation>
    </message>
    <message>
        <source>Messages in all queues which nobody has acknowledged yet, measured</source>
        <translation>Nachrichten in allen Warteschlangen, die noch niemand quittiert hat, gemessen</translation>
    </message>
    <message>
        <source>Processors busy</source>
        <translation>Prozessoren belegt</translation>
    </message>
    <message>
        <source>Processors kept busy by all instances, measured from their threads&apos; clocks</source>
        <translation>Von allen Instanzen belegte Prozessoren, gemessen an den Uhren ihrer Threads</translation>
    </message>
    <message>
        <source>Instances</source>
        <translation>Instanzen</translation>
    </message>
    <message>
        <source>Instances that run, measured</source>
        <translation>Laufende Instanzen, gemessen</translation>
    </message>
</context>
<context>
    <name>Requests</name>
    <message>
        <source>show the shop</source>
        <translation>den Shop zeigen</translation>
    </message>
    <message>
        <source>show the front page</source>
        <translation>die Startseite zeigen</translation>
    </message>
    <message>
        <source>open an account</source>
        <translation>ein Konto eröffnen</translation>
    </message>
    <message>
        <source>log in</source>
        <translation>anmelden</translation>
    </message>
    <message>
        <source>log out</source>
        <translation>abmelden</translation>
    </message>
    <message>
        <source>show the account</source>
        <translation>das Konto zeigen</translation>
    </message>
    <message>
        <source>show a page of products</source>
        <translation>eine Seite mit Produkten zeigen</translation>
    </message>
    <message>
        <source>show product {id}</source>
        <translation>Produkt {id} zeigen</translation>
    </message>
    <message>
        <source>show a product</source>
        <translation>ein Produkt zeigen</translation>
    </message>
    <message>
        <source>show the picture of {id}</source>
        <translation>das Bild von {id} zeigen</translation>
    </message>
    <message>
        <source>show a picture</source>
        <translation>ein Bild zeigen</translation>
    </message>
    <message>
        <source>search for “{q}”</source>
        <translation>„{q}“ suchen</translation>
    </message>
    <message>
        <source>search</source>
        <translation>suchen</translation>
    </message>
    <message>
        <source>suggest what goes with {product}</source>
        <translation>Passendes zu {product} vorschlagen</translation>
    </message>
    <message>
        <source>suggest something</source>
        <translation>etwas vorschlagen</translation>
    </message>
    <message>
        <source>show the cart</source>
        <translation>den Warenkorb zeigen</translation>
    </message>
    <message>
        <source>put {quantity} × {product} into the cart</source>
        <translation>{quantity} × {product} in den Warenkorb legen</translation>
    </message>
    <message>
        <source>put something into the cart</source>
        <translation>etwas in den Warenkorb legen</translation>
    </message>
    <message>
        <source>take {product} out of the cart</source>
        <translation>{product} aus dem Warenkorb nehmen</translation>
    </message>
    <message>
        <source>take something out of the cart</source>
        <translation>etwas aus dem Warenkorb nehmen</translation>
    </message>
    <message>
        <source>check out</source>
        <translation>zur Kasse gehen</translation>
    </message>
    <message>
        <source>show the customer&apos;s orders</source>
        <translation>die Bestellungen des Kunden zeigen</translation>
    </message>
    <message>
        <source>show one order</source>
        <translation>eine Bestellung zeigen</translation>
    </message>
    <message>
        <source>show the receipt</source>
        <translation>den Beleg zeigen</translation>
    </message>
    <message>
        <source>say where the parcels are</source>
        <translation>sagen, wo die Pakete sind</translation>
    </message>
    <message>
        <source>register a customer</source>
        <translation>einen Kunden registrieren</translation>
    </message>
    <message>
        <source>check a password</source>
        <translation>ein Passwort prüfen</translation>
    </message>
    <message>
        <source>end a session</source>
        <translation>eine Session beenden</translation>
    </message>
    <message>
        <source>list products</source>
        <translation>Produkte auflisten</translation>
    </message>
    <message>
        <source>tell all about product {id}</source>
        <translation>alles über Produkt {id} sagen</translation>
    </message>
    <message>
        <source>tell all about a product</source>
        <translation>alles über ein Produkt sagen</translation>
    </message>
    <message>
        <source>change product {id}</source>
        <translation>Produkt {id} ändern</translation>
    </message>
    <message>
        <source>change a product</source>
        <translation>ein Produkt ändern</translation>
    </message>
    <message>
        <source>draw the picture of {id}</source>
        <translation>das Bild von {id} zeichnen</translation>
    </message>
    <message>
        <source>draw a picture</source>
        <translation>ein Bild zeichnen</translation>
    </message>
    <message>
        <source>find “{q}”</source>
        <translation>„{q}“ finden</translation>
    </message>
    <message>
        <source>find products</source>
        <translation>Produkte finden</translation>
    </message>
    <message>
        <source>remember {quantity} × {product} for the customer</source>
        <translation>{quantity} × {product} für den Kunden merken</translation>
    </message>
    <message>
        <source>remember a product for the customer</source>
        <translation>ein Produkt für den Kunden merken</translation>
    </message>
    <message>
        <source>forget {product}</source>
        <translation>{product} vergessen</translation>
    </message>
    <message>
        <source>forget a product</source>
        <translation>ein Produkt vergessen</translation>
    </message>
    <message>
        <source>turn the cart into an order</source>
        <translation>aus dem Warenkorb eine Bestellung machen</translation>
    </message>
    <message>
        <source>list the customer&apos;s orders</source>
        <translation>die Bestellungen des Kunden auflisten</translation>
    </message>
    <message>
        <source>charge {amount}</source>
        <translation>{amount} berechnen</translation>
    </message>
    <message>
        <source>charge the card</source>
        <translation>die Karte belasten</translation>
    </message>
    <message>
        <source>show a charge</source>
        <translation>eine Zahlung zeigen</translation>
    </message>
    <message>
        <source>give {amount} back</source>
        <translation>{amount} zurückgeben</translation>
    </message>
    <message>
        <source>give the money back</source>
        <translation>das Geld zurückgeben</translation>
    </message>
    <message>
        <source>count what is left of {product}</source>
        <translation>zählen, was von {product} übrig ist</translation>
    </message>
    <message>
        <source>count what is left</source>
        <translation>zählen, was übrig ist</translation>
    </message>
    <message>
        <source>set the goods aside</source>
        <translation>die Ware zurücklegen</translation>
    </message>
    <message>
        <source>take the goods out of stock</source>
        <translation>die Ware entnehmen</translation>
    </message>
    <message>
        <source>put the goods back</source>
        <translation>die Ware zurückstellen</translation>
    </message>
    <message>
        <source>list the parcels</source>
        <translation>die Pakete auflisten</translation>
    </message>
    <message>
        <source>list the mail to the customer</source>
        <translation>die Mails an den Kunden auflisten</translation>
    </message>
    <message>
        <source>answer %1</source>
        <translation>%1 beantworten</translation>
    </message>
    <message>
        <source>that an order was placed</source>
        <translation>dass eine Bestellung aufgegeben wurde</translation>
    </message>
    <message>
        <source>that a parcel is on its way</source>
        <translation>dass ein Paket unterwegs ist</translation>
    </message>
    <message>
        <source>that a product has changed</source>
        <translation>dass sich ein Produkt geändert hat</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>von %1</translation>
    </message>
</context>
<context>
    <name>UnitTotals</name>
    <message>
        <source>%1 of %2 %3</source>
        <translation>%1 von %2 %3</translation>
    </message>
</context>
<context>
    <name>app::books::BookCard</name>
    <message>
        <source>%1 ordered and charged</source>
        <translation>%1 bestellt und berechnet</translation>
    </message>
    <message>
        <source>%1 ordered, %2 charged</source>
        <translation>%1 bestellt, %2 berechnet</translation>
    </message>
    <message>
        <source>%1 pieces ordered and taken</source>
        <translation>%1 Stück bestellt und entnommen</translation>
    </message>
    <message>
        <source>%1 pieces ordered, %2 taken</source>
        <translation>%1 Stück bestellt, %2 entnommen</translation>
    </message>
    <message>
        <source>%1 parcels, %2 mails</source>
        <translation>%1 Pakete, %2 Mails</translation>
    </message>
    <message>
        <source>In flight</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Measured: orders that are not settled yet, and messages that somebody still has to act on</source>
        <translation>Gemessen: Bestellungen, die noch nicht abgeschlossen sind, und Nachrichten, auf die noch jemand reagieren muss</translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Measured: orders that are settled: confirmed, or undone because something was not there</source>
        <translation>Gemessen: abgeschlossene Bestellungen: bestätigt, oder rückgängig gemacht, weil etwas nicht da war</translation>
    </message>
    <message>
        <source>Wrong</source>
        <translation>Falsch</translation>
    </message>
    <message>
        <source>Measured: contradictions between the stores that two readings in a row have found</source>
        <translation>Gemessen: Widersprüche zwischen den Datenbanken, die zweimal nacheinander gefunden wurden</translation>
    </message>
    <message>
        <source>Reading the books…</source>
        <translation>Die Bücher werden gelesen…</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>✓ Balance</source>
        <translation>✓ Stimmen</translation>
    </message>
    <message>
        <source>✗ Do not balance</source>
        <translation>✗ Stimmen nicht</translation>
    </message>
    <message>
        <source>? Cannot be read</source>
        <translation>? Nicht lesbar</translation>
    </message>
    <message>
        <source>… Not read yet</source>
        <translation>… Noch nicht gelesen</translation>
    </message>
    <message>
        <source>%1 of them undone</source>
        <translation>%1 davon rückgängig gemacht</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>see the list</source>
        <translation>siehe Liste</translation>
    </message>
    <message numerus="yes">
        <source>and %n messages</source>
        <translation>
            <numerusform>und %n Nachricht</numerusform>
            <numerusform>und %n Nachrichten</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 commits for %2 purchases, %3 taken up again</source>
        <translation>%1 Commits für %2 Käufe, %3 wieder aufgenommen</translation>
    </message>
    <message>
        <source>%1; one transaction each would be %2, with nothing to undo</source>
        <translation>%1; mit je einer Transaktion wären es %2, und nichts rückgängig zu machen</translation>
    </message>
    <message>
        <source>%1; no transaction spans their stores</source>
        <translation>%1; keine Transaktion umfasst ihre Datenbanken</translation>
    </message>
    <message>
        <source>Measured: sums of the stores as they are at the moment. An order in flight is in one of them already and not yet in the other. A commit is a step of a purchase that was written down, in the stores of orders, payments and inventory.</source>
        <translation>Gemessen: Summen der Datenbanken, wie sie gerade sind. Eine offene Bestellung steht schon in einer und noch nicht in der anderen. Ein Commit ist ein aufgeschriebener Schritt eines Kaufs, in den Datenbanken von Bestellungen, Zahlungen und Lager.</translation>
    </message>
</context>
<context>
    <name>app::books::BooksModel</name>
    <message>
        <source>✗ %1</source>
        <translation>✗ %1</translation>
    </message>
    <message>
        <source>? Cannot be read</source>
        <translation>? Nicht lesbar</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 (tried %2 times)</source>
        <translation>%1 (%2-mal versucht)</translation>
    </message>
    <message>
        <source>◐ In flight</source>
        <translation>◐ Offen</translation>
    </message>
    <message>
        <source>⋯ On its way</source>
        <translation>⋯ Unterwegs</translation>
    </message>
    <message>
        <source>✓ Resolved</source>
        <translation>✓ Erledigt</translation>
    </message>
    <message>
        <source>%1, nothing is owed: %2</source>
        <translation>%1, nichts ist offen: %2</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>Architektur</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Bestellung</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
</context>
<context>
    <name>app::books::BooksPanel</name>
    <message>
        <source>Books, order by order</source>
        <translation>Die Bücher, Bestellung für Bestellung</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>Jetzt prüfen</translation>
    </message>
    <message>
        <source>Every few seconds all stores are read and compared. What is in flight, what was undone and what is wrong is listed here.</source>
        <translation>Alle paar Sekunden werden alle Datenbanken gelesen und verglichen. Hier steht, was offen, rückgängig gemacht oder falsch ist.</translation>
    </message>
    <message>
        <source>Order by order</source>
        <translation>Bestellung für Bestellung</translation>
    </message>
    <message>
        <source>Books in sum</source>
        <translation>Die Bücher in Summe</translation>
    </message>
    <message>
        <source>Nothing is in flight, nothing was undone, and nothing is wrong.</source>
        <translation>Nichts ist offen, nichts wurde rückgängig gemacht, und nichts ist falsch.</translation>
    </message>
    <message>
        <source>Measured: the processor time it took, beside everything that runs</source>
        <translation>Gemessen: Prozessorzeit dafür, neben allem, was läuft</translation>
    </message>
    <message>
        <source>Read at %1, took %2</source>
        <translation>Gelesen um %1, in %2</translation>
    </message>
    <message>
        <source>Books balance ✓</source>
        <translation>Bücher stimmen ✓</translation>
    </message>
    <message>
        <source>Books: %1 wrong ✗</source>
        <translation>Bücher: %1 falsch ✗</translation>
    </message>
    <message>
        <source>Books balance ?</source>
        <translation>Bücher stimmen ?</translation>
    </message>
    <message>
        <source>Books balance</source>
        <translation>Bücher stimmen</translation>
    </message>
</context>
<context>
    <name>app::charts</name>
    <message>
        <source>no end</source>
        <translation>kein Ende</translation>
    </message>
    <message>
        <source>No limit: nothing that is asked for takes declared time.</source>
        <translation>Keine Grenze: Nichts, was angefragt wird, braucht deklarierte Zeit.</translation>
    </message>
    <message>
        <source>%1: its only worker busy at %2/s</source>
        <translation>%1: der einzige Worker ist bei %2/s ausgelastet</translation>
    </message>
    <message>
        <source>%1: both workers busy at %2/s</source>
        <translation>%1: beide Worker sind bei %2/s ausgelastet</translation>
    </message>
    <message>
        <source>%1: all %2 workers busy at %3/s</source>
        <translation>%1: alle %2 Worker sind bei %3/s ausgelastet</translation>
    </message>
    <message>
        <source>One more %1: %2 → %3/s</source>
        <translation>Ein %1 mehr: %2 → %3/s</translation>
    </message>
    <message>
        <source>%1, then %2 is full first.</source>
        <translation>%1, dann ist %2 zuerst voll.</translation>
    </message>
    <message>
        <source>A hop is taken to cost nothing: it could not be measured.</source>
        <translation>Ein Netzwerkschritt zählt als kostenlos: Er konnte nicht gemessen werden.</translation>
    </message>
    <message>
        <source>A hop: %L1 ms over the network, %L2 ms within a unit, measured at the start.</source>
        <translation>Ein Schritt: %L1 ms über das Netz, %L2 ms innerhalb einer Einheit, beim Start gemessen.</translation>
    </message>
    <message>
        <source>%1%2 %</source>
        <translation>%1%2 %</translation>
    </message>
    <message>
        <source>predicted %1, measured %2</source>
        <translation>vorhergesagt %1, gemessen %2</translation>
    </message>
    <message>
        <source>%1 (%2 times)</source>
        <translation>%1 (%2-mal)</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1/s, over %L2 s</source>
        <translation>%1/s, über %L2 s</translation>
    </message>
    <message>
        <source>More than it can carry, as predicted.</source>
        <translation>Mehr, als es laut Vorhersage tragen kann.</translation>
    </message>
    <message>
        <source>Nothing to compare: no journey that can be timed has ended.</source>
        <translation>Nichts zu vergleichen: Keine Journey, deren Zeit zählt, ist zu Ende.</translation>
    </message>
    <message>
        <source>%1 of %2 attempts failed or got no answer, so the times are of the rest only.</source>
        <translation>%1 von %2 Versuchen schlugen fehl oder blieben ohne Antwort; die Zeiten gelten nur für den Rest.</translation>
    </message>
    <message>
        <source>The program&apos;s threads waited %1 a journey for a processor: part of the difference is this machine.</source>
        <translation>Die Threads des Programms warteten %1 je Journey auf einen Prozessor: Ein Teil des Unterschieds ist dieser Rechner.</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>%1, autoscaler: %2</source>
        <translation>%1, Autoscaler: %2</translation>
    </message>
    <message>
        <source>%1, %2 % busy</source>
        <translation>%1, %2 % ausgelastet</translation>
    </message>
    <message>
        <source>Over: %1</source>
        <translation>Vorbei: %1</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n instances</source>
        <translation>
            <numerusform>%1: %n Instanz</numerusform>
            <numerusform>%1: %n Instanzen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::charts::CapacityCard</name>
    <message>
        <source>Predicted limit: %1. %2</source>
        <translation>Vorhergesagte Grenze: %1. %2</translation>
    </message>
    <message>
        <source>%1: load against latency</source>
        <translation>%1: Last und Antwortzeit</translation>
    </message>
    <message>
        <source>Measured: the load, and for how long it rested</source>
        <translation>Gemessen: die Last, und wie lange sie gleich blieb</translation>
    </message>
    <message>
        <source>Predicted by the model, and measured from the intended start</source>
        <translation>Vom Modell vorhergesagt, und gemessen ab dem geplanten Start</translation>
    </message>
    <message>
        <source>Measured: attempts, and what they waited for a processor</source>
        <translation>Gemessen: Versuche, und was sie auf einen Prozessor warteten</translation>
    </message>
    <message>
        <source>Predicted by the model</source>
        <translation>Vom Modell vorhergesagt</translation>
    </message>
    <message>
        <source>Measured at the start of the program</source>
        <translation>Beim Start des Programms gemessen</translation>
    </message>
    <message>
        <source>%1: capacity in words</source>
        <translation>%1: Kapazität in Worten</translation>
    </message>
    <message>
        <source>Measuring what a hop costs on this machine, to predict with…</source>
        <translation>Gemessen wird, was ein Netzwerkschritt auf diesem Rechner kostet; damit wird vorhergesagt…</translation>
    </message>
    <message>
        <source>Not measured while something is broken.</source>
        <translation>Nicht gemessen, solange etwas gestört ist.</translation>
    </message>
    <message>
        <source>Not measured: nobody comes.</source>
        <translation>Nicht gemessen: Niemand kommt.</translation>
    </message>
    <message>
        <source>Measuring: the load must rest for some seconds…</source>
        <translation>Messung: Die Last muss einige Sekunden gleich bleiben…</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1 bei %2</translation>
    </message>
    <message>
        <source>Mean: %1</source>
        <translation>Mittel: %1</translation>
    </message>
    <message>
        <source>p95: %1</source>
        <translation>p95: %1</translation>
    </message>
</context>
<context>
    <name>app::charts::CapacityChart</name>
    <message>
        <source>shoppers a second</source>
        <translation>Kunden je Sekunde</translation>
    </message>
    <message>
        <source>ms a journey</source>
        <translation>ms je Journey</translation>
    </message>
    <message>
        <source>Lines: predicted by the model. Points: measured from the intended start.</source>
        <translation>Linien: vom Modell vorhergesagt. Punkte: gemessen ab dem geplanten Start.</translation>
    </message>
    <message>
        <source>now %L1/s</source>
        <translation>jetzt %L1/s</translation>
    </message>
    <message>
        <source>Predicted: %1</source>
        <translation>Vorhergesagt: %1</translation>
    </message>
    <message>
        <source>Mean at %1: %2</source>
        <translation>Mittel bei %1: %2</translation>
    </message>
    <message>
        <source>Nothing is predicted yet</source>
        <translation>Noch ist nichts vorhergesagt</translation>
    </message>
</context>
<context>
    <name>app::charts::CapacityPanel</name>
    <message>
        <source>Response time of a journey   ━ mean   ┈ p95   ╌ mean with one more of the bottleneck: predicted   ● mean   ◆ p95: measured from the intended start</source>
        <translation>Antwortzeit einer Journey   ━ Mittel   ┈ p95   ╌ Mittel mit einem Engpass mehr: vorhergesagt   ● Mittel   ◆ p95: gemessen ab dem geplanten Start</translation>
    </message>
</context>
<context>
    <name>app::charts::TimelineChart</name>
    <message>
        <source>%1 %L2</source>
        <translation>%1 %L2</translation>
    </message>
    <message>
        <source>%1 not measured</source>
        <translation>%1 nicht gemessen</translation>
    </message>
    <message>
        <source>%1 ago: %2</source>
        <translation>vor %1: %2</translation>
    </message>
</context>
<context>
    <name>app::charts::TimelinePanel</name>
    <message>
        <source>Naive latency too</source>
        <translation>Auch naive Latenz</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>%1. Choose another figure here</source>
        <translation>%1. Hier eine andere Größe wählen</translation>
    </message>
    <message>
        <source>Go back in time, in seconds</source>
        <translation>In der Zeit zurückgehen, in Sekunden</translation>
    </message>
    <message>
        <source>Go back: the pictures, the table and the charts show that moment</source>
        <translation>Zurückgehen: Bilder, Tabelle und Diagramme zeigen diesen Moment</translation>
    </message>
    <message>
        <source>%1 s ago</source>
        <translation>vor %1 s</translation>
    </message>
    <message>
        <source>Dotted, in charts of latency: what somebody measures who waits for each answer before he asks again. He misses most of the slow moments, since he asks nothing while he waits.</source>
        <translation>Gepunktet, in Diagrammen der Latenz: was jemand misst, der jede Antwort abwartet, bevor er wieder fragt. Ihm entgehen die meisten langsamen Momente, weil er nichts fragt, während er wartet.</translation>
    </message>
    <message>
        <source>The last two minutes as a table (CSV) or a picture (PNG, SVG)</source>
        <translation>Die letzten zwei Minuten als Tabelle (CSV) oder Bild (PNG, SVG)</translation>
    </message>
    <message>
        <source>%1, naive</source>
        <translation>%1, naiv</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>vor %1</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>Table (CSV)</source>
        <translation>Tabelle (CSV)</translation>
    </message>
    <message>
        <source>Picture (PNG)</source>
        <translation>Bild (PNG)</translation>
    </message>
    <message>
        <source>Drawing (SVG)</source>
        <translation>Zeichnung (SVG)</translation>
    </message>
    <message>
        <source>Chart %1 shows</source>
        <translation>Diagramm %1 zeigt</translation>
    </message>
    <message>
        <source>Back to now</source>
        <translation>Zurück zu jetzt</translation>
    </message>
    <message>
        <source>The last two minutes until %1</source>
        <translation>Die letzten zwei Minuten bis %1</translation>
    </message>
</context>
<context>
    <name>app::console</name>
    <message>
        <source>
… %L1 letters in all</source>
        <translation>
… insgesamt %L1 Zeichen</translation>
    </message>
    <message>
        <source>%1 %2 · %L3 ms measured · from %4</source>
        <translation>%1 %2 · %L3 ms gemessen · von %4</translation>
    </message>
    <message>
        <source>Status %1 is not in the contract.</source>
        <translation>Status %1 steht nicht im Vertrag.</translation>
    </message>
    <message>
        <source>%1 is missing.</source>
        <translation>%1 fehlt.</translation>
    </message>
    <message>
        <source>%1 is no %2.</source>
        <translation>%1 ist kein Wert vom Typ %2.</translation>
    </message>
    <message>
        <source>✕ breaks its contract</source>
        <translation>✕ bricht den Vertrag</translation>
    </message>
    <message>
        <source>✓ as its contract says</source>
        <translation>✓ wie im Vertrag</translation>
    </message>
    <message>
        <source>status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>body</source>
        <translation>Body</translation>
    </message>
    <message>
        <source>header %1</source>
        <translation>Header %1</translation>
    </message>
    <message>
        <source>Fill this in.</source>
        <translation>Bitte ausfüllen.</translation>
    </message>
    <message>
        <source>This is no whole number.</source>
        <translation>Das ist keine ganze Zahl.</translation>
    </message>
    <message>
        <source>This is no number.</source>
        <translation>Das ist keine Zahl.</translation>
    </message>
    <message>
        <source>Write true or false.</source>
        <translation>Möglich sind true und false.</translation>
    </message>
    <message>
        <source>Line %1, column %2: this is not JSON (%3).</source>
        <translation>Zeile %1, Spalte %2: Das ist kein JSON (%3).</translation>
    </message>
</context>
<context>
    <name>app::console::AnswerView</name>
    <message>
        <source>The answer appears here.</source>
        <translation>Hier erscheint die Antwort.</translation>
    </message>
    <message>
        <source>Where the request went, and how long each part of it took</source>
        <translation>Wohin die Anfrage ging und wie lange jeder Teil dauerte</translation>
    </message>
    <message>
        <source>Keep what is selected below as a variable</source>
        <translation>Den unten markierten Text als Variable merken</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Whose answer</source>
        <translation>Wessen Antwort</translation>
    </message>
    <message>
        <source>✕ No answer</source>
        <translation>✕ Keine Antwort</translation>
    </message>
    <message>
        <source>Trace</source>
        <translation>Trace</translation>
    </message>
    <message>
        <source>Keep…</source>
        <translation>Merken…</translation>
    </message>
</context>
<context>
    <name>app::console::ConsolePanel</name>
    <message>
        <source>All shapes</source>
        <translation>Alle Architekturen</translation>
    </message>
    <message>
        <source>Variables</source>
        <translation>Variablen</translation>
    </message>
    <message>
        <source>Requests that were sent</source>
        <translation>Gesendete Anfragen</translation>
    </message>
    <message>
        <source>Se&amp;nd</source>
        <translation>Sen&amp;den</translation>
    </message>
    <message>
        <source>Both, compared</source>
        <translation>Beide im Vergleich</translation>
    </message>
    <message>
        <source>All, compared</source>
        <translation>Alle im Vergleich</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>Architektur</translation>
    </message>
    <message>
        <source>Endpoint</source>
        <translation>Endpunkt</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>Seconds to wait at most</source>
        <translation>Höchstens so viele Sekunden warten</translation>
    </message>
    <message>
        <source>Wait at most</source>
        <translation>Höchstens warten</translation>
    </message>
    <message>
        <source>Contract of the endpoint</source>
        <translation>Vertrag des Endpunkts</translation>
    </message>
    <message>
        <source>Write {{name}} in a request. Answers fill them in: a log-in gives {{token}}, an order {{order}}. {{fresh}} is another word each time.</source>
        <translation>{{name}} steht in einer Anfrage für den Wert. Antworten füllen sie: eine Anmeldung {{token}}, eine Bestellung {{order}}. {{fresh}} ist jedes Mal ein anderes Wort.</translation>
    </message>
    <message>
        <source>Double-click, or Enter: write it again</source>
        <translation>Doppelklick oder Eingabetaste: noch einmal schreiben</translation>
    </message>
    <message>
        <source>The same request as a command for a terminal</source>
        <translation>Dieselbe Anfrage als Befehl für ein Terminal</translation>
    </message>
    <message>
        <source>In what the answers differ</source>
        <translation>Worin sich die Antworten unterscheiden</translation>
    </message>
    <message>
        <source>Choose both shapes above and send: here is what their answers differ in.</source>
        <translation>Oben beide Architekturen wählen und senden: hier steht, worin sich die Antworten unterscheiden.</translation>
    </message>
    <message>
        <source>Declared in the system&apos;s file</source>
        <translation>In der Datei des Systems angegeben</translation>
    </message>
    <message>
        <source>✕ Not sent: see the fields</source>
        <translation>✕ Nicht gesendet: siehe Felder</translation>
    </message>
    <message>
        <source>Waiting for the answers…</source>
        <translation>Warten auf die Antworten…</translation>
    </message>
    <message>
        <source>Waiting for the answer…</source>
        <translation>Warten auf die Antwort…</translation>
    </message>
    <message>
        <source>✕ This system declares no endpoint that gives a {{token}}.</source>
        <translation>✕ Dieses System gibt keinen Endpunkt an, der ein {{token}} liefert.</translation>
    </message>
    <message>
        <source>Logging in…</source>
        <translation>Anmeldung läuft…</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>keine Antwort</translation>
    </message>
    <message>
        <source>%1 did not answer: %2</source>
        <translation>%1 hat nicht geantwortet: %2</translation>
    </message>
    <message>
        <source>Kept %1</source>
        <translation>%1 gemerkt</translation>
    </message>
    <message>
        <source>%1 took %L2 times as long as %3, this time, measured.</source>
        <translation>%1 brauchte diesmal %L2-mal so lange wie %3, gemessen.</translation>
    </message>
    <message>
        <source>Both answered %1 and say the same.</source>
        <translation>Beide antworten %1 und sagen dasselbe.</translation>
    </message>
    <message numerus="yes">
        <source>They differ in %n field(s): ids and moments are each shape&apos;s own.</source>
        <translation>
            <numerusform>Sie unterscheiden sich in %n Feld: Kennungen und Zeitpunkte hat jede Architektur für sich.</numerusform>
            <numerusform>Sie unterscheiden sich in %n Feldern: Kennungen und Zeitpunkte hat jede Architektur für sich.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not copied: see the fields</source>
        <translation>Nicht kopiert: siehe Felder</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Copied. A stranger is let in only at %1: inside, it will be answered 404.</source>
        <translation>Kopiert. Fremde kommen nur bei %1 hinein: innen lautet die Antwort 404.</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>Contract</source>
        <translation>Vertrag</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>Header</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Chronik</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Unterschiede</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>Serie</translation>
    </message>
    <message>
        <source>Copy &amp;as curl</source>
        <translation>Als curl k&amp;opieren</translation>
    </message>
    <message>
        <source>In the variables of requests: remove the chosen one</source>
        <translation>In den Variablen der Anfragen: die gewählte entfernen</translation>
    </message>
    <message>
        <source>In Requests: send what is written</source>
        <translation>In „Anfragen“: senden, was geschrieben ist</translation>
    </message>
    <message>
        <source>Forget all</source>
        <translation>Alles vergessen</translation>
    </message>
    <message>
        <source>Forgets these requests and the variables, on the disk too</source>
        <translation>Vergisst diese Anfragen und die Variablen, auch auf der Platte</translation>
    </message>
    <message>
        <source>Kept for the next start, without sessions, passwords and numbers of cards.</source>
        <translation>Bleibt für den nächsten Start, ohne Sitzungen, Passwörter und Kartennummern.</translation>
    </message>
    <message>
        <source>Forgotten</source>
        <translation>Vergessen</translation>
    </message>
    <message>
        <source>Last time: %1</source>
        <translation>Beim letzten Mal: %1</translation>
    </message>
</context>
<context>
    <name>app::console::ContractModel</name>
    <message>
        <source>%1, optional</source>
        <translation>%1, optional</translation>
    </message>
    <message>
        <source>Such as %1.</source>
        <translation>Zum Beispiel %1.</translation>
    </message>
    <message>
        <source>Kept as {{%1}}.</source>
        <translation>Gemerkt als {{%1}}.</translation>
    </message>
    <message>
        <source>each</source>
        <translation>jedes</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Nobody is there, all are busy, or somebody whom it needs does not answer. Any may.</source>
        <translation>Niemand ist da, alle sind beschäftigt, oder ein benötigter Endpunkt antwortet nicht. Bei jedem möglich.</translation>
    </message>
    <message>
        <source>Nobody is there, or all are busy. Any endpoint may.</source>
        <translation>Niemand ist da, oder alle sind beschäftigt. Bei jedem Endpunkt möglich.</translation>
    </message>
    <message>
        <source>It took longer than somebody would wait. Any endpoint may.</source>
        <translation>Es dauerte länger, als jemand warten wollte. Bei jedem Endpunkt möglich.</translation>
    </message>
    <message>
        <source>Does</source>
        <translation>Zweck</translation>
    </message>
    <message>
        <source>Contract</source>
        <translation>Vertrag</translation>
    </message>
    <message>
        <source>Its system declares none.</source>
        <translation>Das System gibt keinen an.</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <source>Query</source>
        <translation>Query</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>Body</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>%1 Declared in the system&apos;s file.</source>
        <translation>%1 In der Datei des Systems angegeben.</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Teil</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>Bedeutung</translation>
    </message>
</context>
<context>
    <name>app::console::DifferenceModel</name>
    <message>
        <source>time, measured</source>
        <translation>Zeit, gemessen</translation>
    </message>
    <message>
        <source>not there</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>Unterschied</translation>
    </message>
</context>
<context>
    <name>app::console::DraftForm</name>
    <message>
        <source>Write the query and the body as they are sent</source>
        <translation>Query und Body so schreiben, wie sie gesendet werden</translation>
    </message>
    <message>
        <source>Query</source>
        <translation>Query</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>Body</translation>
    </message>
    <message>
        <source>Quer&amp;y</source>
        <translation>Quer&amp;y</translation>
    </message>
    <message>
        <source>&amp;Body</source>
        <translation>&amp;Body</translation>
    </message>
    <message>
        <source>Name: value</source>
        <translation>Name: Wert</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Niemand</translation>
    </message>
    <message>
        <source>Sent as Authorization: Bearer. {{token}} is what the last log-in gave.</source>
        <translation>Wird als Authorization: Bearer gesendet. {{token}} stammt aus der letzten Anmeldung.</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>Header</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Session</translation>
    </message>
    <message>
        <source>Lo&amp;g in a demo customer</source>
        <translation>Demokunden anme&amp;lden</translation>
    </message>
    <message>
        <source>Sessi&amp;on</source>
        <translation>Sessi&amp;on</translation>
    </message>
    <message>
        <source>May be left out</source>
        <translation>Darf fehlen</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>This method sends no body</source>
        <translation>Diese Methode sendet keinen Body</translation>
    </message>
    <message>
        <source>Its system declares no contract: write what it takes yourself.</source>
        <translation>Das System gibt keinen Vertrag an: Query und Body sind frei zu schreiben.</translation>
    </message>
    <message>
        <source>It takes nothing but its address.</source>
        <translation>Braucht nichts als die Adresse.</translation>
    </message>
    <message>
        <source>The form has no field for all of this, so it stays as you wrote it.</source>
        <translation>Das Formular hat nicht für alles ein Feld, deshalb bleibt es so geschrieben.</translation>
    </message>
    <message>
        <source>H&amp;eaders</source>
        <translation>H&amp;eader</translation>
    </message>
    <message>
        <source>Ra&amp;w</source>
        <translation>Ro&amp;h</translation>
    </message>
    <message>
        <source>%1 The fields can take it over once it is.</source>
        <translation>%1 Die Felder können es übernehmen, sobald es das ist.</translation>
    </message>
    <message>
        <source>Discard the text</source>
        <translation>Text verwerfen</translation>
    </message>
    <message>
        <source>Tick Raw again before you change a field, and the discarded text is back.</source>
        <translation>„Roh“ wieder ankreuzen, bevor ein Feld geändert wird: Dann ist der verworfene Text wieder da.</translation>
    </message>
</context>
<context>
    <name>app::console::HistoryModel</name>
    <message>
        <source>Sent at</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>To</source>
        <translation>An</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
</context>
<context>
    <name>app::console::Reader</name>
    <message>
        <source>Fill this in: it is a part of the address.</source>
        <translation>Bitte ausfüllen: Das gehört zur Adresse.</translation>
    </message>
    <message>
        <source>Line %1 is no header. Write it as Name: value.</source>
        <translation>Zeile %1 ist kein Header. So schreiben: Name: Wert.</translation>
    </message>
    <message>
        <source>Line %1: %2 is set by the program. Leave it out.</source>
        <translation>Zeile %1: %2 setzt das Programm selbst. Bitte weglassen.</translation>
    </message>
    <message>
        <source>Line %1: a value may only have plain letters and signs.</source>
        <translation>Zeile %1: Ein Wert darf nur einfache Buchstaben und Zeichen haben.</translation>
    </message>
    <message>
        <source>A session&apos;s token has only plain letters and signs.</source>
        <translation>Das Token einer Session hat nur einfache Buchstaben und Zeichen.</translation>
    </message>
    <message>
        <source>%1 has no value in %2 yet. Fill it in under Variables, or send a request whose answer gives it.</source>
        <translation>%1 hat in %2 noch keinen Wert. Unter Variablen eintragen oder eine Anfrage senden, deren Antwort ihn liefert.</translation>
    </message>
    <message>
        <source>It is no JSON once the variables&apos; values are in it (%1).</source>
        <translation>Mit den eingesetzten Werten der Variablen ist es kein JSON (%1).</translation>
    </message>
</context>
<context>
    <name>app::console::SeriesModel</name>
    <message>
        <source>%1 × no answer</source>
        <translation>%1 × keine Antwort</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 Measured: from sending a request to the end of its answer, on this machine.</source>
        <translation>%1 Gemessen: vom Senden einer Anfrage bis zum Ende der Antwort, auf diesem Rechner.</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>Architektur</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>Statuses</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>p50</source>
        <translation>p50</translation>
    </message>
    <message>
        <source>p95</source>
        <translation>p95</translation>
    </message>
    <message>
        <source>Slowest</source>
        <translation>Langsamste</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Rate</translation>
    </message>
</context>
<context>
    <name>app::console::SeriesPage</name>
    <message>
        <source>Requests in all</source>
        <translation>Anfragen insgesamt</translation>
    </message>
    <message>
        <source>Requests at once, at most</source>
        <translation>Höchstens so viele Anfragen zugleich</translation>
    </message>
    <message>
        <source>Requests per second, at most</source>
        <translation>Höchstens so viele Anfragen pro Sekunde</translation>
    </message>
    <message>
        <source>One request, sent many times: which statuses come, and how long it takes.</source>
        <translation>Eine Anfrage, viele Male gesendet: welche Status kommen und wie lange es dauert.</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>Serie</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>ohne Grenze</translation>
    </message>
    <message>
        <source>How far the series is</source>
        <translation>Fortschritt der Serie</translation>
    </message>
    <message>
        <source>Under way. What it does is done for real.</source>
        <translation>Läuft. Was die Anfragen tun, geschieht wirklich.</translation>
    </message>
    <message>
        <source>Cancelled: what had ended until then, measured.</source>
        <translation>Abgebrochen: was bis dahin beendet war, gemessen.</translation>
    </message>
    <message>
        <source>All have ended. Measured.</source>
        <translation>Alle beendet. Gemessen.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>At once</source>
        <translation>Zugleich</translation>
    </message>
    <message>
        <source>Per second</source>
        <translation>Pro Sekunde</translation>
    </message>
    <message>
        <source>Send many</source>
        <translation>Viele senden</translation>
    </message>
</context>
<context>
    <name>app::console::VariablesModel</name>
    <message>
        <source>New…</source>
        <translation>Neu…</translation>
    </message>
    <message>
        <source>Write {{%1}} in a request</source>
        <translation>In einer Anfrage {{%1}} schreiben</translation>
    </message>
    <message>
        <source>Variable %1</source>
        <translation>Variable %1</translation>
    </message>
    <message>
        <source>%1 in %2: %3</source>
        <translation>%1 in %2: %3</translation>
    </message>
    <message>
        <source>nothing yet</source>
        <translation>noch nichts</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
</context>
<context>
    <name>app::graph</name>
    <message>
        <source>timed out</source>
        <translation>Zeit abgelaufen</translation>
    </message>
    <message>
        <source>overloaded</source>
        <translation>überlastet</translation>
    </message>
    <message>
        <source>not reachable</source>
        <translation>nicht erreichbar</translation>
    </message>
    <message>
        <source>broke off</source>
        <translation>bricht ab</translation>
    </message>
    <message>
        <source>cannot store</source>
        <translation>kann nicht speichern</translation>
    </message>
    <message>
        <source>fails</source>
        <translation>schlägt fehl</translation>
    </message>
    <message>
        <source>refuses</source>
        <translation>lehnt ab</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1, mostly: %2</source>
        <translation>%1, meist: %2</translation>
    </message>
    <message>
        <source>%1, mostly: %2 (%3)</source>
        <translation>%1, meist: %2 (%3)</translation>
    </message>
    <message>
        <source>its queue is empty</source>
        <translation>die Warteschlange ist leer</translation>
    </message>
    <message>
        <source>%L1 messages wait for it, the oldest for %2</source>
        <translation>%L1 Nachrichten warten darauf, die älteste seit %2</translation>
    </message>
    <message>
        <source>nobody consumes them</source>
        <translation>niemand liest sie</translation>
    </message>
    <message>
        <source>1 consumer</source>
        <translation>1 Leser</translation>
    </message>
    <message>
        <source>%1 consumers</source>
        <translation>%1 Leser</translation>
    </message>
    <message>
        <source>%L1 redelivered</source>
        <translation>%L1 erneut zugestellt</translation>
    </message>
    <message>
        <source>%L1 set aside as dead letters</source>
        <translation>%L1 als Dead Letters ausgesondert</translation>
    </message>
    <message>
        <source>✗ %L1 dead</source>
        <translation>✗ %L1 ausgesondert</translation>
    </message>
    <message>
        <source>queue %1</source>
        <translation>Warteschlange %1</translation>
    </message>
    <message>
        <source>%L1 requests wait inside it, for more than a second in the mean: %L2 for a free worker, %L3 for an answer of somebody else</source>
        <translation>%L1 Anfragen warten darin, im Mittel über eine Sekunde: %L2 auf einen freien Worker, %L3 auf eine Antwort von anderen</translation>
    </message>
    <message>
        <source>%L1 wait</source>
        <translation>%L1 warten</translation>
    </message>
</context>
<context>
    <name>app::graph::ArrangingNotice</name>
    <message>
        <source>Arranging the picture</source>
        <translation>Das Bild wird angeordnet</translation>
    </message>
    <message>
        <source>Arranging %1 boxes. The table has them already.</source>
        <translation>%1 Kästen werden angeordnet. Die Tabelle hat sie schon.</translation>
    </message>
    <message>
        <source>The picture was not arranged anew.</source>
        <translation>Das Bild wurde nicht neu angeordnet.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Arrange it</source>
        <translation>Anordnen</translation>
    </message>
</context>
<context>
    <name>app::graph::BreakerBadges</name>
    <message>
        <source>breaker to %1 open</source>
        <translation>Breaker zu %1 offen</translation>
    </message>
    <message>
        <source>breaker to %1 tries</source>
        <translation>Breaker zu %1 testet</translation>
    </message>
    <message>
        <source>breaker open</source>
        <translation>Breaker offen</translation>
    </message>
    <message>
        <source>breaker tries</source>
        <translation>Breaker testet</translation>
    </message>
    <message>
        <source>the breaker of %1 %2 is open: no call passes</source>
        <translation>der Circuit Breaker von %1 %2 ist offen: kein Aufruf kommt durch</translation>
    </message>
    <message>
        <source>the breaker of %1 %2 lets a few calls try</source>
        <translation>der Circuit Breaker von %1 %2 lässt einige Aufrufe zur Probe durch</translation>
    </message>
</context>
<context>
    <name>app::graph::FollowLight</name>
    <message>
        <source>The step of the request that is followed, in %1</source>
        <translation>Der Schritt der verfolgten Anfrage, in %1</translation>
    </message>
</context>
<context>
    <name>app::graph::GraphPane</name>
    <message>
        <source>1 unit</source>
        <translation>1 Einheit</translation>
    </message>
    <message>
        <source>%1 units</source>
        <translation>%1 Einheiten</translation>
    </message>
    <message>
        <source>%1 teams</source>
        <translation>%1 Teams</translation>
    </message>
    <message>
        <source>1 database</source>
        <translation>1 Datenbank</translation>
    </message>
    <message>
        <source>%1 databases</source>
        <translation>%1 Datenbanken</translation>
    </message>
    <message>
        <source>Graph of %1</source>
        <translation>Graph von %1</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Show %1 as a table</source>
        <translation>%1 als Tabelle zeigen</translation>
    </message>
    <message>
        <source>Table of %1</source>
        <translation>Tabelle von %1</translation>
    </message>
    <message>
        <source>%1. Declared.</source>
        <translation>%1. Deklariert.</translation>
    </message>
    <message>
        <source>Picture of %1: zoom, tidy up, choose what is shown</source>
        <translation>Bild von %1: zoomen, aufräumen, wählen, was gezeigt wird</translation>
    </message>
    <message>
        <source>Move %1</source>
        <translation>%1 verschieben</translation>
    </message>
    <message>
        <source>Unpin %1</source>
        <translation>%1 lösen</translation>
    </message>
    <message>
        <source>Pin %1</source>
        <translation>%1 anheften</translation>
    </message>
    <message>
        <source>Tidy up</source>
        <translation>Aufräumen</translation>
    </message>
    <message>
        <source>Unpin everything</source>
        <translation>Alles lösen</translation>
    </message>
</context>
<context>
    <name>app::graph::GraphTable</name>
    <message>
        <source>In the table of a picture</source>
        <translation>In der Tabelle eines Bildes</translation>
    </message>
</context>
<context>
    <name>app::graph::GraphTableModel</name>
    <message>
        <source>up</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>module of %1</source>
        <translation>Modul von %1</translation>
    </message>
    <message>
        <source>topic</source>
        <translation>Topic</translation>
    </message>
    <message>
        <source>unit of %1 modules</source>
        <translation>Einheit aus %1 Modulen</translation>
    </message>
    <message>
        <source>service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>Measured; faults in force as they were set</source>
        <translation>Gemessen; was an Störungen wirkt, wie es eingestellt wurde</translation>
    </message>
    <message>
        <source>Measured over the last second</source>
        <translation>Gemessen in der letzten Sekunde</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>Gemessen</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Aufrufe</translation>
    </message>
    <message>
        <source>Called by</source>
        <translation>Aufgerufen von</translation>
    </message>
    <message>
        <source>call</source>
        <translation>Aufruf</translation>
    </message>
    <message>
        <source>optional call</source>
        <translation>optionaler Aufruf</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>beantwortet</translation>
    </message>
    <message>
        <source>some calls fail</source>
        <translation>einige Aufrufe schlagen fehl</translation>
    </message>
    <message>
        <source>calls fail</source>
        <translation>Aufrufe schlagen fehl</translation>
    </message>
    <message>
        <source>nobody answers</source>
        <translation>niemand antwortet</translation>
    </message>
    <message>
        <source>cut off</source>
        <translation>abgeschnitten</translation>
    </message>
    <message>
        <source>disturbed line</source>
        <translation>Leitung gestört</translation>
    </message>
    <message>
        <source>breaker open</source>
        <translation>Breaker offen</translation>
    </message>
    <message>
        <source>breaker tries</source>
        <translation>Breaker testet</translation>
    </message>
</context>
<context>
    <name>app::graph::GraphView</name>
    <message>
        <source>Arranging the picture…</source>
        <translation>Das Bild wird angeordnet…</translation>
    </message>
    <message>
        <source>Calls from %1 to %2, %3</source>
        <translation>Aufrufe von %1 an %2, %3</translation>
    </message>
    <message>
        <source>module of %1</source>
        <translation>Modul von %1</translation>
    </message>
    <message>
        <source>topic</source>
        <translation>Topic</translation>
    </message>
    <message>
        <source>%1 of %2 instances up</source>
        <translation>%1 von %2 Instanzen laufen</translation>
    </message>
    <message>
        <source>would be degraded</source>
        <translation>wäre eingeschränkt</translation>
    </message>
    <message>
        <source>would be down</source>
        <translation>würde ausfallen</translation>
    </message>
    <message>
        <source>Team %1</source>
        <translation>Team %1</translation>
    </message>
    <message>
        <source>%1, measured</source>
        <translation>%1, gemessen</translation>
    </message>
    <message>
        <source>%1, predicted</source>
        <translation>%1, vorhergesagt</translation>
    </message>
</context>
<context>
    <name>app::graph::Legend</name>
    <message>
        <source>request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>call</source>
        <translation>Aufruf</translation>
    </message>
    <message>
        <source>optional call</source>
        <translation>optionaler Aufruf</translation>
    </message>
    <message>
        <source>messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>queue</source>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>database</source>
        <translation>Datenbank</translation>
    </message>
    <message>
        <source>some fail</source>
        <translation>einige schlagen fehl</translation>
    </message>
    <message>
        <source>broken</source>
        <translation>gestört</translation>
    </message>
    <message>
        <source>slow line</source>
        <translation>langsame Leitung</translation>
    </message>
    <message>
        <source>cut line</source>
        <translation>gekappte Leitung</translation>
    </message>
    <message>
        <source>breaker open</source>
        <translation>Breaker offen</translation>
    </message>
    <message>
        <source>breaker tries</source>
        <translation>Breaker testet</translation>
    </message>
    <message>
        <source>instance up</source>
        <translation>Instanz läuft</translation>
    </message>
    <message>
        <source>instance starts or stops</source>
        <translation>Instanz startet oder endet</translation>
    </message>
    <message>
        <source>would degrade</source>
        <translation>würde leiden</translation>
    </message>
    <message>
        <source>would go down</source>
        <translation>würde ausfallen</translation>
    </message>
    <message>
        <source>instance down</source>
        <translation>Instanz ausgefallen</translation>
    </message>
    <message>
        <source>Legend: %1. Teams: %2</source>
        <translation>Legende: %1. Teams: %2</translation>
    </message>
    <message>
        <source>Each dot stands for measured requests; the busier a line, the more dots. Long dashes: some requests on it fail; short ones: most do. While you point at a fault, a dashed ring is around what it would degrade, and two rings are around what it would take down.
Teams: %1</source>
        <translation>Jeder Punkt steht für gemessene Anfragen; je mehr los ist, desto mehr Punkte. Lange Striche: Einige Anfragen auf der Linie schlagen fehl; kurze: die meisten. Beim Zeigen auf eine Störung steht ein gestrichelter Ring um das, was sie einschränken würde, und zwei Ringe um das, was sie ausfallen ließe.
Teams: %1</translation>
    </message>
    <message>
        <source>Team %1: Enter shows what it answers for</source>
        <translation>Team %1: die Eingabetaste zeigt, wofür es verantwortlich ist</translation>
    </message>
</context>
<context>
    <name>app::graph::LivePicture</name>
    <message>
        <source>no requests</source>
        <translation>keine Anfragen</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 of %2 %3</source>
        <translation>%1 von %2 %3</translation>
    </message>
    <message>
        <source>%1/%2 %3</source>
        <translation>%1/%2 %3</translation>
    </message>
    <message>
        <source>%1 % fail</source>
        <translation>%1 % Fehler</translation>
    </message>
    <message>
        <source>%L1 waiting</source>
        <translation>%L1 warten</translation>
    </message>
    <message>
        <source>%1 · %2 % fail</source>
        <translation>%1 · %2 % Fehler</translation>
    </message>
</context>
<context>
    <name>app::graph::Minimap</name>
    <message>
        <source>Map of the whole picture</source>
        <translation>Karte des ganzen Bildes</translation>
    </message>
    <message>
        <source>All of the picture. Press to go there.</source>
        <translation>Das ganze Bild. Drücken, um dorthin zu gehen.</translation>
    </message>
</context>
<context>
    <name>app::inspector</name>
    <message>
        <source>Timeout</source>
        <translation>Timeout</translation>
    </message>
    <message>
        <source>Nobody waits longer. The deadline travels with the call.</source>
        <translation>Niemand wartet länger. Die Frist reist mit dem Aufruf.</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>At most, with retries</source>
        <translation>Höchstens, mit Retries</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Retry</translation>
    </message>
    <message>
        <source>What failed in a way that passes is sent again.</source>
        <translation>Was vorübergehend fehlschlug, wird erneut gesendet.</translation>
    </message>
    <message>
        <source>%1 tries</source>
        <translation>%1 Versuche</translation>
    </message>
    <message>
        <source>Tries, with the first</source>
        <translation>Versuche, mit dem ersten</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nach</translation>
    </message>
    <message>
        <source>lost connections</source>
        <translation>verlorener Verbindung</translation>
    </message>
    <message>
        <source>any failure of the callee</source>
        <translation>jedem Fehler des Ziels</translation>
    </message>
    <message>
        <source>Wait before the second</source>
        <translation>Warten vor dem zweiten</translation>
    </message>
    <message>
        <source>Longest wait</source>
        <translation>Längste Wartezeit</translation>
    </message>
    <message>
        <source>Spread the waits by chance</source>
        <translation>Wartezeiten zufällig streuen</translation>
    </message>
    <message>
        <source>Only what is harmless twice</source>
        <translation>Nur was doppelt unschädlich ist</translation>
    </message>
    <message>
        <source>Within a budget</source>
        <translation>Nur im Rahmen eines Budgets</translation>
    </message>
    <message>
        <source>Budget, of all calls</source>
        <translation>Budget, von allen Aufrufen</translation>
    </message>
    <message>
        <source>Besides, per second</source>
        <translation>Dazu pro Sekunde</translation>
    </message>
    <message>
        <source>Heeds &quot;Retry-After&quot; up to</source>
        <translation>Achtet »Retry-After« bis</translation>
    </message>
    <message>
        <source>Circuit breaker</source>
        <translation>Circuit Breaker</translation>
    </message>
    <message>
        <source>Stops calling what keeps failing, and tries again after a while.</source>
        <translation>Ruft nicht mehr auf, was immer wieder fehlschlägt, und probiert es nach einer Weile neu.</translation>
    </message>
    <message>
        <source>at %1 % failed</source>
        <translation>ab %1 % Fehlern</translation>
    </message>
    <message>
        <source>Opens at failures</source>
        <translation>Öffnet bei Fehlern</translation>
    </message>
    <message>
        <source>Of at least, calls</source>
        <translation>Aus mindestens, Aufrufe</translation>
    </message>
    <message>
        <source>Within</source>
        <translation>Innerhalb von</translation>
    </message>
    <message>
        <source>Slow is more than</source>
        <translation>Langsam ist länger als</translation>
    </message>
    <message>
        <source>Opens at slow ones</source>
        <translation>Öffnet bei langsamen</translation>
    </message>
    <message>
        <source>Stays open for</source>
        <translation>Bleibt offen für</translation>
    </message>
    <message>
        <source>Then tries, calls</source>
        <translation>Dann zur Probe, Aufrufe</translation>
    </message>
    <message>
        <source>Bulkhead</source>
        <translation>Bulkhead</translation>
    </message>
    <message>
        <source>No callee may hold more than its share of the caller.</source>
        <translation>Kein Ziel darf mehr als seinen Anteil des Aufrufers belegen.</translation>
    </message>
    <message>
        <source>%1 at once</source>
        <translation>%1 zugleich</translation>
    </message>
    <message>
        <source>Calls at once</source>
        <translation>Aufrufe zugleich</translation>
    </message>
    <message>
        <source>More may wait</source>
        <translation>Weitere dürfen warten</translation>
    </message>
    <message>
        <source>Fallback</source>
        <translation>Fallback</translation>
    </message>
    <message>
        <source>Stands in when the callee is not well.</source>
        <translation>Springt ein, wenn es dem Ziel nicht gut geht.</translation>
    </message>
    <message>
        <source>Answer with</source>
        <translation>Antworten mit</translation>
    </message>
    <message>
        <source>the last good answer</source>
        <translation>der letzten guten Antwort</translation>
    </message>
    <message>
        <source>what the code declares</source>
        <translation>dem, was der Code vorsieht</translation>
    </message>
    <message>
        <source>Not older than</source>
        <translation>Nicht älter als</translation>
    </message>
    <message>
        <source>Load shedding</source>
        <translation>Lastabwurf</translation>
    </message>
    <message>
        <source>Refuses early what could only be answered late.</source>
        <translation>Lehnt früh ab, was erst zu spät beantwortet würde.</translation>
    </message>
    <message>
        <source>from %1 % full</source>
        <translation>ab %1 % voll</translation>
    </message>
    <message>
        <source>From this share in flight</source>
        <translation>Ab diesem Anteil in Arbeit</translation>
    </message>
    <message>
        <source>Ejection</source>
        <translation>Ausschluss</translation>
    </message>
    <message>
        <source>Callers leave out an instance which fails while others do not.</source>
        <translation>Aufrufer lassen eine Instanz aus, die fehlschlägt, während andere es nicht tun.</translation>
    </message>
    <message>
        <source>after %1 failures</source>
        <translation>nach %1 Fehlern</translation>
    </message>
    <message>
        <source>Failures in a row</source>
        <translation>Fehler in Folge</translation>
    </message>
    <message>
        <source>Left out for</source>
        <translation>Ausgelassen für</translation>
    </message>
    <message>
        <source>Of the instances, at most</source>
        <translation>Der Instanzen, höchstens</translation>
    </message>
    <message>
        <source>Declared in the system&apos;s file</source>
        <translation>In der Datei des Systems angegeben</translation>
    </message>
    <message>
        <source>What this team answers for</source>
        <translation>Wofür dieses Team verantwortlich ist</translation>
    </message>
</context>
<context>
    <name>app::inspector::AutoscalerCard</name>
    <message>
        <source>Autoscaler</source>
        <translation>Autoscaler</translation>
    </message>
    <message>
        <source>Starts and ends instances so that their workers are about as busy as the target says.</source>
        <translation>Startet und beendet Instanzen, sodass ihre Worker etwa so ausgelastet sind wie das Ziel.</translation>
    </message>
    <message>
        <source>Workers busy</source>
        <translation>Worker ausgelastet</translation>
    </message>
    <message>
        <source>Instances, at least</source>
        <translation>Instanzen, mindestens</translation>
    </message>
    <message>
        <source>Instances, at most</source>
        <translation>Instanzen, höchstens</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Autoscaler: %1</source>
        <translation>Autoscaler: %1</translation>
    </message>
</context>
<context>
    <name>app::inspector::CallFigures</name>
    <message>
        <source>no breaker</source>
        <translation>kein Breaker</translation>
    </message>
    <message>
        <source>breaker closed</source>
        <translation>Breaker geschlossen</translation>
    </message>
    <message>
        <source>breaker tries</source>
        <translation>Breaker testet</translation>
    </message>
    <message>
        <source>breaker open</source>
        <translation>Breaker offen</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Aufrufe</translation>
    </message>
    <message>
        <source>Measured over the last second, repeats not counted</source>
        <translation>Gemessen über die letzte Sekunde, Wiederholungen nicht gezählt</translation>
    </message>
    <message>
        <source>p95</source>
        <translation>p95</translation>
    </message>
    <message>
        <source>Measured: nineteen of twenty calls had their answer within this time</source>
        <translation>Gemessen: Neunzehn von zwanzig Aufrufen hatten ihre Antwort in dieser Zeit</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Measured: share of the last second&apos;s calls that failed</source>
        <translation>Gemessen: Anteil der Aufrufe der letzten Sekunde, die fehlschlugen</translation>
    </message>
    <message>
        <source>Since the start, measured</source>
        <translation>Seit dem Start, gemessen</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Retries</source>
        <translation>Retries</translation>
    </message>
    <message>
        <source>Fallbacks</source>
        <translation>Fallbacks</translation>
    </message>
    <message>
        <source>By breaker</source>
        <translation>Durch Breaker</translation>
    </message>
    <message>
        <source>By bulkhead</source>
        <translation>Durch Bulkhead</translation>
    </message>
    <message>
        <source>%L1 %</source>
        <translation>%L1 %</translation>
    </message>
    <message>
        <source>Measured, since the fleet has started</source>
        <translation>Gemessen, seit dem Start der Flotte</translation>
    </message>
    <message>
        <source>Measured, since the fleet has started: refused at once, without a call, and the callee was spared</source>
        <translation>Gemessen, seit dem Start der Flotte: sofort abgelehnt, ohne Aufruf, der Aufgerufene wurde geschont</translation>
    </message>
</context>
<context>
    <name>app::inspector::CallPage</name>
    <message>
        <source>As the others</source>
        <translation>Wie die anderen</translation>
    </message>
    <message>
        <source>Policies</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>Gives up what was set for this call alone</source>
        <translation>Verwirft, was nur für diesen Aufruf eingestellt wurde</translation>
    </message>
    <message>
        <source>All %1 calls</source>
        <translation>Alle %1 Aufrufe</translation>
    </message>
    <message>
        <source>Which call of %1</source>
        <translation>Welcher Aufruf von %1</translation>
    </message>
    <message>
        <source>‹ %1</source>
        <translation>‹ %1</translation>
    </message>
    <message>
        <source>Back to the caller, %1</source>
        <translation>Zurück zum Aufrufer, %1</translation>
    </message>
    <message>
        <source>At %1, for all who call it:</source>
        <translation>Bei %1, für alle Aufrufer:</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>over HTTP</source>
        <translation>über HTTP</translation>
    </message>
    <message>
        <source>in one process</source>
        <translation>in einem Prozess</translation>
    </message>
    <message>
        <source>Declared: several calls, each with policies of its own.</source>
        <translation>Deklariert: mehrere Aufrufe, jeder mit eigenen Regeln.</translation>
    </message>
    <message>
        <source>Declared: required. Without an answer the caller fails.</source>
        <translation>Deklariert: erforderlich. Ohne Antwort schlägt der Aufrufer fehl.</translation>
    </message>
    <message>
        <source>Declared: optional. Without an answer: %1.</source>
        <translation>Deklariert: optional. Ohne Antwort: %1.</translation>
    </message>
    <message>
        <source>Declared. These calls differ; the first one&apos;s are shown, a change is for all.</source>
        <translation>Deklariert. Diese Aufrufe unterscheiden sich; gezeigt wird der erste, eine Änderung gilt für alle.</translation>
    </message>
    <message>
        <source>Declared for this alone, in force from the next call on.</source>
        <translation>Nur hierfür deklariert, gilt ab dem nächsten Aufruf.</translation>
    </message>
    <message>
        <source>Declared, as for the other calls. In force from the next call on.</source>
        <translation>Deklariert, wie für die anderen Aufrufe. Gilt ab dem nächsten Aufruf.</translation>
    </message>
    <message>
        <source>%1, measured</source>
        <translation>%1, gemessen</translation>
    </message>
</context>
<context>
    <name>app::inspector::DataModel</name>
    <message>
        <source>Measured: as it lies in the table</source>
        <translation>Gemessen: wie es in der Tabelle liegt</translation>
    </message>
</context>
<context>
    <name>app::inspector::DataPage</name>
    <message>
        <source>Rows of the table</source>
        <translation>Zeilen der Tabelle</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>%1 rows in %2, measured; %3 of them below</source>
        <translation>%1 Zeilen in %2, gemessen; %3 davon unten</translation>
    </message>
    <message>
        <source>%1 rows in %2, measured</source>
        <translation>%1 Zeilen in %2, gemessen</translation>
    </message>
    <message>
        <source>It keeps nothing: whatever it shows it asks of others, so that any of its instances can answer, and none is missed.</source>
        <translation>Es behält nichts: Was es zeigt, fragt es bei anderen an; so kann jede Instanz antworten, und keine fehlt.</translation>
    </message>
    <message>
        <source>Only %1 opens this database. Whoever needs something of it asks its API, so that its team may change these tables without asking anybody, and a slow query of others cannot hold it up.</source>
        <translation>Nur %1 öffnet diese Datenbank. Wer etwas daraus braucht, fragt die API; so kann das Team diese Tabellen ändern, ohne jemanden zu fragen, und eine langsame Abfrage anderer hält es nicht auf.</translation>
    </message>
    <message>
        <source>The tables of %1 lie in one database with those of %2 other modules. Only agreement keeps the others from reading them; a lock or a full disk is everybody&apos;s.</source>
        <translation>Die Tabellen von %1 liegen in einer Datenbank mit denen von %2 anderen Modulen. Nur eine Absprache hält die anderen davon ab, sie zu lesen; eine Sperre oder volle Platte trifft alle.</translation>
    </message>
    <message>
        <source>One database for %1 modules: one transaction may span them all, and whatever happens to it happens to all of them.</source>
        <translation>Eine Datenbank für %1 Module: Eine Transaktion kann alle umfassen, und was ihr zustößt, stößt allen zu.</translation>
    </message>
</context>
<context>
    <name>app::inspector::EndpointsPage</name>
    <message>
        <source>Publishes %1.</source>
        <translation>Veröffentlicht %1.</translation>
    </message>
    <message>
        <source>Listens to %1.</source>
        <translation>Hört auf %1.</translation>
    </message>
    <message>
        <source>Stores nothing.</source>
        <translation>Speichert nichts.</translation>
    </message>
    <message>
        <source>Owns %1; nobody else opens it.</source>
        <translation>Besitzt %1; niemand sonst greift darauf zu.</translation>
    </message>
    <message>
        <source>%1 ms of work, declared%2</source>
        <translation>%1 ms Arbeit, deklariert%2</translation>
    </message>
    <message>
        <source>; harmless to repeat</source>
        <translation>; Wiederholung unschädlich</translation>
    </message>
    <message>
        <source>over the network</source>
        <translation>über das Netz</translation>
    </message>
    <message>
        <source>in the same program</source>
        <translation>im selben Programm</translation>
    </message>
    <message>
        <source>needs</source>
        <translation>braucht</translation>
    </message>
    <message>
        <source>would like</source>
        <translation>hätte gern</translation>
    </message>
    <message>
        <source>would like (else %1)</source>
        <translation>hätte gern (sonst %1)</translation>
    </message>
    <message>
        <source>→ %1 %2 %3, %4</source>
        <translation>→ %1 %2 %3, %4</translation>
    </message>
</context>
<context>
    <name>app::inspector::FaultCard</name>
    <message>
        <source>The line to</source>
        <translation>Die Leitung zu</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Beheben</translation>
    </message>
    <message>
        <source>Do it</source>
        <translation>Los</translation>
    </message>
    <message>
        <source>Until you undo it: %1</source>
        <translation>Bis zum Beheben: %1</translation>
    </message>
    <message>
        <source>In force: %1.</source>
        <translation>Wirkt gerade: %1.</translation>
    </message>
    <message>
        <source>Then %1.</source>
        <translation>Dann gilt: %1.</translation>
    </message>
    <message>
        <source>◆ %1</source>
        <translation>◆ %1</translation>
    </message>
</context>
<context>
    <name>app::inspector::FaultsPage</name>
    <message>
        <source>Which of its instances</source>
        <translation>Welche der Instanzen</translation>
    </message>
    <message>
        <source>To all %1 instances</source>
        <translation>Auf alle %1 Instanzen</translation>
    </message>
    <message>
        <source>To instance %1 only</source>
        <translation>Nur auf Instanz %1</translation>
    </message>
</context>
<context>
    <name>app::inspector::InspectorPanel</name>
    <message>
        <source>Choose a part of the shop</source>
        <translation>Einen Teil des Shops wählen</translation>
    </message>
    <message>
        <source>Click a box or a line in either picture, or walk with the arrow keys. Here you see what it does, how it is doing, and all that can be done to it.</source>
        <translation>Einen Kasten oder eine Linie anklicken oder mit den Pfeiltasten hingehen. Hier steht dann, was der Teil tut, wie es ihm geht und was man mit ihm machen kann.</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>API</source>
        <translation>API</translation>
    </message>
    <message>
        <source>&amp;Faults</source>
        <translation>Stö&amp;rungen</translation>
    </message>
    <message>
        <source>Ca&amp;lls</source>
        <translation>Au&amp;frufe</translation>
    </message>
    <message>
        <source>Inspector, %1</source>
        <translation>Inspektor, %1</translation>
    </message>
    <message>
        <source>Instances</source>
        <translation>Instanzen</translation>
    </message>
    <message>
        <source>One instance fewer</source>
        <translation>Eine Instanz weniger</translation>
    </message>
    <message>
        <source>One instance more</source>
        <translation>Eine Instanz mehr</translation>
    </message>
    <message>
        <source>The autoscaler decides</source>
        <translation>Der Autoscaler entscheidet</translation>
    </message>
    <message>
        <source>&amp;Restart</source>
        <translation>&amp;Neustart</translation>
    </message>
    <message>
        <source>&amp;Crash</source>
        <translation>Abst&amp;urz</translation>
    </message>
    <message>
        <source>Send a req&amp;uest…</source>
        <translation>Anfrage s&amp;enden…</translation>
    </message>
    <message>
        <source>%1 modules in one unit: they are deployed, scaled, crash and restart together.</source>
        <translation>%1 Module in einer Einheit: Sie werden zusammen ausgeliefert, skaliert, stürzen ab und starten neu.</translation>
    </message>
    <message>
        <source>What you see and do below is the whole unit&apos;s: a crash takes all its modules.</source>
        <translation>Alles hier gilt für die ganze Einheit: Ein Absturz nimmt alle Module mit.</translation>
    </message>
    <message>
        <source>module of %1</source>
        <translation>Modul von %1</translation>
    </message>
    <message>
        <source>team %1</source>
        <translation>Team %1</translation>
    </message>
    <message>
        <source>Do to all %1</source>
        <translation>Mit allen %1</translation>
    </message>
    <message>
        <source>Do</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>What breaks first?…</source>
        <translation>Was fällt zuerst aus?…</translation>
    </message>
    <message>
        <source>What breaks first?</source>
        <translation>Was fällt zuerst aus?</translation>
    </message>
    <message>
        <source>What the loss of each single part would cost, predicted, the worst first</source>
        <translation>Was der Ausfall jedes einzelnen Teils kosten würde, vorhergesagt, das Schlimmste zuerst</translation>
    </message>
    <message>
        <source>The system in numbers</source>
        <translation>Das System in Zahlen</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Back to now</source>
        <translation>Zurück zu jetzt</translation>
    </message>
    <message>
        <source>The rows are those of now, not of %1 ago: tables are not remembered.</source>
        <translation>Die Zeilen sind von jetzt, nicht von vor %1: Tabellen werden nicht aufgehoben.</translation>
    </message>
    <message>
        <source>Lines until %1 ago, as far as they are remembered.</source>
        <translation>Zeilen bis vor %1, soweit sie aufgehoben sind.</translation>
    </message>
    <message>
        <source>As it was %1 ago, measured then. Go back to now to do something.</source>
        <translation>Wie es vor %1 war, damals gemessen. Eingriffe sind erst wieder jetzt möglich.</translation>
    </message>
    <message>
        <source>Measured: what health checks of its instances say</source>
        <translation>Gemessen: was die Health Checks der Instanzen sagen</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>Log</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>Measured: instances there are, whatever state they are in</source>
        <translation>Gemessen: vorhandene Instanzen, in welchem Zustand auch immer</translation>
    </message>
    <message>
        <source>Declared: the same %1 ago as now.</source>
        <translation>Angegeben: vor %1 so wie jetzt.</translation>
    </message>
</context>
<context>
    <name>app::inspector::InstanceList</name>
    <message>
        <source>no port</source>
        <translation>kein Port</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>Neustart</translation>
    </message>
    <message>
        <source>Crash</source>
        <translation>Absturz</translation>
    </message>
    <message>
        <source>CPU %L1 %, measured</source>
        <translation>CPU %L1 %, gemessen</translation>
    </message>
    <message>
        <source>%L1 MB, declared</source>
        <translation>%L1 MB, deklariert</translation>
    </message>
    <message>
        <source>CPU measured on this instance&apos;s thread; memory as declared for what the unit holds</source>
        <translation>CPU auf dem Thread dieser Instanz gemessen; Speicher wie für den Inhalt der Einheit deklariert</translation>
    </message>
</context>
<context>
    <name>app::inspector::LinesPage</name>
    <message>
        <source>Policies of all that it calls, declared</source>
        <translation>Regeln für alles, was es aufruft, deklariert</translation>
    </message>
    <message>
        <source>It calls</source>
        <translation>Es ruft auf</translation>
    </message>
    <message>
        <source>It is called by</source>
        <translation>Es wird aufgerufen von</translation>
    </message>
    <message>
        <source>It calls nobody, and nobody calls it: only messages connect it.</source>
        <translation>Es ruft niemanden auf, und niemand ruft es auf: Nur Nachrichten verbinden es.</translation>
    </message>
    <message>
        <source>→ %1</source>
        <translation>→ %1</translation>
    </message>
    <message>
        <source>← %1</source>
        <translation>← %1</translation>
    </message>
    <message>
        <source>Policies of the calls %1</source>
        <translation>Regeln der Aufrufe %1</translation>
    </message>
    <message>
        <source>Measured over the last second</source>
        <translation>Gemessen über die letzte Sekunde</translation>
    </message>
</context>
<context>
    <name>app::inspector::LiveFigures</name>
    <message>
        <source>Requests per second over the last minute</source>
        <translation>Anfragen je Sekunde in der letzten Minute</translation>
    </message>
    <message>
        <source>Requests per second over the last minute, measured</source>
        <translation>Anfragen je Sekunde in der letzten Minute, gemessen</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Measured over the last second</source>
        <translation>Gemessen über die letzte Sekunde</translation>
    </message>
    <message>
        <source>p95</source>
        <translation>p95</translation>
    </message>
    <message>
        <source>Measured: nineteen of twenty requests were served within this time</source>
        <translation>Gemessen: Neunzehn von zwanzig Anfragen waren in dieser Zeit bedient</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Measured: share of the last second&apos;s requests that failed</source>
        <translation>Gemessen: Anteil der Anfragen der letzten Sekunde, die fehlschlugen</translation>
    </message>
    <message>
        <source>%L1 %</source>
        <translation>%L1 %</translation>
    </message>
</context>
<context>
    <name>app::inspector::LogsModel</name>
    <message>
        <source>error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>info</source>
        <translation>Info</translation>
    </message>
    <message>
        <source>%1 for %2</source>
        <translation>%1 für %2</translation>
    </message>
    <message>
        <source>%1 failed after %2: %3</source>
        <translation>%1 nach %2 fehlgeschlagen: %3</translation>
    </message>
    <message>
        <source>%1 answered by a fallback after %2</source>
        <translation>%1 nach %2 durch einen Fallback beantwortet</translation>
    </message>
    <message>
        <source>%1 handled in %2</source>
        <translation>%1 in %2 verarbeitet</translation>
    </message>
    <message>
        <source>%1 answered in %2</source>
        <translation>%1 in %2 beantwortet</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Instance</source>
        <translation>Instanz</translation>
    </message>
    <message>
        <source>%1 %2, %3: %4</source>
        <translation>%1 %2, %3: %4</translation>
    </message>
    <message>
        <source>Measured. Double-click, or Enter: its trace</source>
        <translation>Gemessen. Doppelklick oder Eingabetaste: der Trace dazu</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>Gemessen</translation>
    </message>
</context>
<context>
    <name>app::inspector::LogsPage</name>
    <message>
        <source>Follow</source>
        <translation>Folgen</translation>
    </message>
    <message>
        <source>Trace</source>
        <translation>Trace</translation>
    </message>
    <message>
        <source>Where the chosen line&apos;s request went (Enter)</source>
        <translation>Wohin die Anfrage der gewählten Zeile ging (Eingabetaste)</translation>
    </message>
    <message>
        <source>Only this request</source>
        <translation>Nur diese Anfrage</translation>
    </message>
    <message>
        <source>What all instances have noted about it</source>
        <translation>Was alle Instanzen dazu notiert haben</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Log</translation>
    </message>
    <message>
        <source>All lines</source>
        <translation>Alle Zeilen</translation>
    </message>
    <message>
        <source>Warnings and errors</source>
        <translation>Warnungen und Fehler</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Only lines with this text</source>
        <translation>Nur Zeilen mit diesem Text</translation>
    </message>
    <message>
        <source>New lines are shown as they come, until you choose one</source>
        <translation>Neue Zeilen erscheinen, sobald sie kommen, bis eine gewählt ist</translation>
    </message>
    <message>
        <source>Only request %1</source>
        <translation>Nur Anfrage %1</translation>
    </message>
    <message>
        <source>%1 of %2 lines, noted by the instances themselves</source>
        <translation>%1 von %2 Zeilen, von den Instanzen selbst notiert</translation>
    </message>
    <message>
        <source>%1 more were lost in the rush</source>
        <translation>%1 weitere gingen im Andrang verloren</translation>
    </message>
    <message>
        <source>until the moment you look at</source>
        <translation>bis zum betrachteten Zeitpunkt</translation>
    </message>
</context>
<context>
    <name>app::inspector::Offering</name>
    <message>
        <source>The whole program</source>
        <translation>Das ganze Programm</translation>
    </message>
    <message>
        <source>%1 is a program of its own: nobody else goes down with it.</source>
        <translation>%1 ist ein eigenes Programm: Niemand sonst fällt mit aus.</translation>
    </message>
    <message>
        <source>In %1 each of these takes all %2 modules of %3.</source>
        <translation>In %1 trifft jede davon alle %2 Module von %3.</translation>
    </message>
    <message>
        <source>Its requests</source>
        <translation>Seine Anfragen</translation>
    </message>
    <message>
        <source>This module only</source>
        <translation>Nur dieses Modul</translation>
    </message>
    <message>
        <source>Choose one of the modules inside: these faults take only one of them.</source>
        <translation>Ein Modul im Inneren wählen: Diese Störungen treffen nur dieses eine.</translation>
    </message>
    <message>
        <source>The program runs; what is asked of it suffers.</source>
        <translation>Das Programm läuft; was man von ihm will, leidet.</translation>
    </message>
    <message>
        <source>Only requests to %1 suffer; the other modules of %2 stay well.</source>
        <translation>Nur Anfragen an %1 leiden; den anderen Modulen von %2 geht es gut.</translation>
    </message>
    <message>
        <source>Its lines to others</source>
        <translation>Seine Leitungen zu anderen</translation>
    </message>
    <message>
        <source>Choose one of the modules inside, to see whom it calls over the network.</source>
        <translation>Ein Modul im Inneren wählen, um zu sehen, wen es über das Netz aufruft.</translation>
    </message>
    <message>
        <source>%1 calls nobody, so it has no line to cut.</source>
        <translation>%1 ruft niemanden auf, es gibt also keine Leitung zu kappen.</translation>
    </message>
    <message>
        <source>No line to cut: in %1, %2 and whom it calls are one program, with no network between.</source>
        <translation>Keine Leitung zu kappen: In %1 sind %2 und seine Ziele ein Programm, ohne Netz dazwischen.</translation>
    </message>
    <message>
        <source>Only what %1 asks over the network suffers; others still reach its callees.</source>
        <translation>Nur was %1 über das Netz anfragt, leidet; andere erreichen seine Ziele weiterhin.</translation>
    </message>
    <message>
        <source>Its database</source>
        <translation>Seine Datenbank</translation>
    </message>
    <message>
        <source>%1 stores nothing, so it has no database to lose.</source>
        <translation>%1 speichert nichts, hat also keine Datenbank zu verlieren.</translation>
    </message>
    <message>
        <source>Only %1 keeps its data there.</source>
        <translation>Nur %1 hat seine Daten dort.</translation>
    </message>
    <message>
        <source>One database for %1 modules of %2: all of them suffer.</source>
        <translation>Eine Datenbank für %1 Module von %2: Alle leiden.</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>%1 sends no messages.</source>
        <translation>%1 sendet keine Nachrichten.</translation>
    </message>
    <message>
        <source>The broker carries all messages of %1.</source>
        <translation>Der Broker befördert alle Nachrichten von %1.</translation>
    </message>
    <message>
        <source>Everybody&apos;s customers</source>
        <translation>Die Kunden aller</translation>
    </message>
    <message>
        <source>All who come to %1, whatever is selected.</source>
        <translation>Alle, die zu %1 kommen, egal was gewählt ist.</translation>
    </message>
</context>
<context>
    <name>app::inspector::OwnersPage</name>
    <message>
        <source>Before it changes</source>
        <translation>Vor einer Änderung</translation>
    </message>
    <message>
        <source>Needs something of</source>
        <translation>Braucht etwas von</translation>
    </message>
    <message>
        <source>Is needed by</source>
        <translation>Wird gebraucht von</translation>
    </message>
    <message>
        <source>Team %1</source>
        <translation>Team %1</translation>
    </message>
    <message>
        <source>All that this team answers for. Declared.</source>
        <translation>Alles, wofür dieses Team verantwortlich ist. Angegeben.</translation>
    </message>
    <message numerus="yes">
        <source>%n endpoint(s)</source>
        <translation>
            <numerusform>%n Endpunkt</numerusform>
            <numerusform>%n Endpunkte</numerusform>
        </translation>
    </message>
    <message>
        <source>keeps %1</source>
        <translation>bewahrt %1</translation>
    </message>
    <message>
        <source>publishes %1</source>
        <translation>veröffentlicht %1</translation>
    </message>
    <message>
        <source>Declared in the system&apos;s file</source>
        <translation>In der Datei des Systems angegeben</translation>
    </message>
    <message>
        <source>%1 decides alone, and releases when it likes.</source>
        <translation>%1 entscheidet allein und liefert aus, wann es will.</translation>
    </message>
    <message>
        <source>%1 teams share this unit and must agree: %2. A release takes all of their modules along.</source>
        <translation>%1 Teams teilen sich diese Einheit und müssen sich einigen: %2. Ein Release nimmt alle ihre Module mit.</translation>
    </message>
</context>
<context>
    <name>app::inspector::PolicyCard</name>
    <message>
        <source>%1: settings</source>
        <translation>%1: Einstellungen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>app::inspector::SettingField</name>
    <message>
        <source>%1, slider</source>
        <translation>%1, Schieberegler</translation>
    </message>
</context>
<context>
    <name>app::inspector::SystemNumbers</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1, %2, declared</source>
        <translation>%1, %2, deklariert</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>Einheiten</translation>
    </message>
    <message>
        <source>Declared: what is deployed, crashes and starts together</source>
        <translation>Deklariert: was zusammen ausgeliefert wird, abstürzt und startet</translation>
    </message>
    <message>
        <source>Databases</source>
        <translation>Datenbanken</translation>
    </message>
    <message>
        <source>Declared: units that keep data of their own</source>
        <translation>Deklariert: Einheiten, die eigene Daten haben</translation>
    </message>
    <message>
        <source>Network calls</source>
        <translation>Netzaufrufe</translation>
    </message>
    <message>
        <source>Declared: kinds of calls that leave their unit</source>
        <translation>Deklariert: Arten von Aufrufen, die ihre Einheit verlassen</translation>
    </message>
    <message>
        <source>Hops: %1</source>
        <translation>Hops: %1</translation>
    </message>
    <message>
        <source>Declared: requests over the network for one attempt, the customer&apos;s own among them</source>
        <translation>Deklariert: Anfragen über das Netz für einen Versuch, die des Kunden mitgezählt</translation>
    </message>
    <message>
        <source>Teams to agree</source>
        <translation>Teams, die zustimmen</translation>
    </message>
    <message>
        <source>Declared: teams that share a unit, and must agree before it changes</source>
        <translation>Deklariert: Teams, die sich eine Einheit teilen und vor einer Änderung zustimmen müssen</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Declared: until the slowest unit has started</source>
        <translation>Deklariert: bis die langsamste Einheit gestartet ist</translation>
    </message>
    <message>
        <source>Instances</source>
        <translation>Instanzen</translation>
    </message>
    <message>
        <source>Measured: those which run</source>
        <translation>Gemessen: die laufenden</translation>
    </message>
    <message>
        <source>Declared, of the instances which run</source>
        <translation>Deklariert, der laufenden Instanzen</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Measured over the last second, in per cent of one core</source>
        <translation>Gemessen über die letzte Sekunde, in Prozent eines Kerns</translation>
    </message>
    <message>
        <source>CPU for 1,000 journeys</source>
        <translation>CPU für 1.000 Journeys</translation>
    </message>
    <message>
        <source>Measured over the last ten seconds: processor time for 1,000 attempts</source>
        <translation>Gemessen über die letzten zehn Sekunden: Prozessorzeit für 1.000 Versuche</translation>
    </message>
    <message>
        <source>%1, instances</source>
        <translation>%1, Instanzen</translation>
    </message>
    <message>
        <source>%1, memory, declared</source>
        <translation>%1, Speicher, deklariert</translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation>%L1 MB</translation>
    </message>
    <message>
        <source>%1, processor, measured</source>
        <translation>%1, Prozessor, gemessen</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%L1 %</translation>
    </message>
    <message>
        <source>%1, processor for 1,000 journeys, measured</source>
        <translation>%1, Prozessor für 1.000 Journeys, gemessen</translation>
    </message>
    <message>
        <source>Declared</source>
        <translation>Deklariert</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>Gemessen</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
</context>
<context>
    <name>app::inspector::TeamPage</name>
    <message>
        <source>Inspector, team</source>
        <translation>Inspektor, Team</translation>
    </message>
    <message>
        <source>Team · answers for %1 of %2 capabilities, %3 endpoints. Declared.</source>
        <translation>Team · verantwortlich für %1 von %2 Fähigkeiten, %3 Endpunkte. Angegeben.</translation>
    </message>
    <message>
        <source>▢ %1, a unit</source>
        <translation>▢ %1, eine Einheit</translation>
    </message>
    <message>
        <source>▢ %1, a unit with %2 of its modules</source>
        <translation>▢ %1, eine Einheit mit %2 seiner Module</translation>
    </message>
    <message>
        <source>Show this unit. Declared.</source>
        <translation>Diese Einheit zeigen. Angegeben.</translation>
    </message>
    <message>
        <source>Show this module. Declared.</source>
        <translation>Dieses Modul zeigen. Angegeben.</translation>
    </message>
    <message>
        <source>Shared with %1 other teams: all %2 must agree before it is deployed.</source>
        <translation>Geteilt mit %1 anderen Teams: alle %2 müssen sich vor der Auslieferung einigen.</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Tabellen</translation>
    </message>
    <message>
        <source>None: it stores nothing.</source>
        <translation>Keine: es speichert nichts.</translation>
    </message>
    <message>
        <source>Publishes %1.</source>
        <translation>Veröffentlicht %1.</translation>
    </message>
    <message>
        <source>Listens to %1.</source>
        <translation>Hört auf %1.</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>Topics</translation>
    </message>
    <message>
        <source>None.</source>
        <translation>Keine.</translation>
    </message>
    <message>
        <source>Needs</source>
        <translation>Braucht</translation>
    </message>
    <message>
        <source>Is needed by</source>
        <translation>Wird gebraucht von</translation>
    </message>
    <message>
        <source>Endpoints</source>
        <translation>Endpunkte</translation>
    </message>
</context>
<context>
    <name>app::inspector::TopicPage</name>
    <message>
        <source>Inspector, topic</source>
        <translation>Inspektor, Topic</translation>
    </message>
    <message>
        <source>Topic of messages. Declared.</source>
        <translation>Topic für Nachrichten. Deklariert.</translation>
    </message>
    <message>
        <source>Published by</source>
        <translation>Veröffentlicht von</translation>
    </message>
    <message>
        <source>Subscribed to by</source>
        <translation>Abonniert von</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Warten</translation>
    </message>
    <message>
        <source>Not measured yet.</source>
        <translation>Noch nicht gemessen.</translation>
    </message>
    <message>
        <source>Measured: messages of this topic that are not acknowledged yet, in the queue of each subscriber</source>
        <translation>Gemessen: Nachrichten dieses Topics, die noch nicht bestätigt sind, in der Warteschlange jedes Abonnenten</translation>
    </message>
    <message>
        <source>Its messages…</source>
        <translation>Seine Nachrichten…</translation>
    </message>
    <message>
        <source>Look into the queue of a subscriber</source>
        <translation>In die Warteschlange eines Abonnenten sehen</translation>
    </message>
    <message>
        <source>Nobody.</source>
        <translation>Niemand.</translation>
    </message>
    <message>
        <source>Show who it is. Declared.</source>
        <translation>Zeigen, wer das ist. Deklariert.</translation>
    </message>
    <message>
        <source>%1, for %2: %L3</source>
        <translation>%1, für %2: %L3</translation>
    </message>
</context>
<context>
    <name>app::journeys::JourneysModel</name>
    <message>
        <source>◐ Fallback</source>
        <translation>◐ Fallback</translation>
    </message>
    <message>
        <source>✕ Down</source>
        <translation>✕ Ausfall</translation>
    </message>
    <message>
        <source>◐ %1 %</source>
        <translation>◐ %1 %</translation>
    </message>
    <message>
        <source>◐ Late</source>
        <translation>◐ Verspätet</translation>
    </message>
    <message>
        <source>✓ %L1 %</source>
        <translation>✓ %L1 %</translation>
    </message>
    <message>
        <source>…</source>
        <translation>…</translation>
    </message>
    <message>
        <source>Predicted: %1, and so it is.</source>
        <translation>Vorhergesagt: %1, und so ist es.</translation>
    </message>
    <message>
        <source>Predicted: %1, but so it is not.</source>
        <translation>Vorhergesagt: %1, doch so ist es nicht.</translation>
    </message>
    <message>
        <source>Predicted: %1; that cannot be judged yet.</source>
        <translation>Vorhergesagt: %1; noch nicht zu beurteilen.</translation>
    </message>
    <message>
        <source>Nobody has tried lately.</source>
        <translation>Niemand hat es zuletzt versucht.</translation>
    </message>
    <message>
        <source>Measured: %1 of %2 attempts succeeded lately, %3 of them late, %4 with a fallback&apos;s answer.</source>
        <translation>Gemessen: %1 von %2 Versuchen gelangen zuletzt, %3 davon verspätet, %4 mit der Antwort eines Fallbacks.</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <translation>%1, %2: %3</translation>
    </message>
</context>
<context>
    <name>app::journeys::JourneysPanel</name>
    <message>
        <source>What customers can do right now</source>
        <translation>Was Kunden gerade tun können</translation>
    </message>
    <message>
        <source>What customers could do %1 ago</source>
        <translation>Was Kunden vor %1 tun konnten</translation>
    </message>
    <message>
        <source>Journeys</source>
        <translation>Journeys</translation>
    </message>
    <message>
        <source>%1, with all %2 modules.</source>
        <translation>%1, mit allen %2 Modulen.</translation>
    </message>
    <message>
        <source>%1.</source>
        <translation>%1.</translation>
    </message>
    <message>
        <source>And %1 more.</source>
        <translation>Und %1 mehr.</translation>
    </message>
    <message>
        <source>%1 of %2 journeys were hurt.</source>
        <translation>%1 von %2 Journeys waren betroffen.</translation>
    </message>
    <message>
        <source>%1 of %2 journeys hurt lately.</source>
        <translation>%1 von %2 Journeys zuletzt betroffen.</translation>
    </message>
    <message>
        <source>%1 was down and had taken its %2 modules with it.</source>
        <translation>%1 war ausgefallen und hatte seine %2 Module mitgerissen.</translation>
    </message>
    <message>
        <source>%1 is down and took its %2 modules with it.</source>
        <translation>%1 ist ausgefallen und hat seine %2 Module mitgerissen.</translation>
    </message>
    <message>
        <source>%1 down then; %2 of %3 journeys were hurt.</source>
        <translation>%1 damals ausgefallen; %2 von %3 Journeys waren betroffen.</translation>
    </message>
    <message>
        <source>%1 down; %2 of %3 journeys hurt.</source>
        <translation>%1 ausgefallen; %2 von %3 Journeys betroffen.</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1 of %2 attempts succeeded, %3 of them degraded</source>
        <translation>%1 von %2 Versuchen gelangen, %3 davon eingeschränkt</translation>
    </message>
    <message>
        <source>; lately: %1</source>
        <translation>; zuletzt: %1</translation>
    </message>
    <message>
        <source>%1 was predicted %2, and is measured %3 (%4).</source>
        <translation>%1: vorhergesagt %2, gemessen %3 (%4).</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>✕ Down: everything</source>
        <translation>✕ Ausfall: alles</translation>
    </message>
    <message>
        <source>✕ Down: %1</source>
        <translation>✕ Ausfall: %1</translation>
    </message>
    <message>
        <source>◐ Degraded: %1</source>
        <translation>◐ Eingeschränkt: %1</translation>
    </message>
    <message>
        <source>✓ Every journey goes on.</source>
        <translation>✓ Alle Journeys laufen weiter.</translation>
    </message>
    <message>
        <source>Predicted by the model.</source>
        <translation>Vom Modell vorhergesagt.</translation>
    </message>
    <message>
        <source>If %1, in %2</source>
        <translation>Angenommen, %1, in %2</translation>
    </message>
    <message>
        <source>Double-click, or Enter: follow the latest attempt step by step</source>
        <translation>Doppelklick oder Eingabe: dem letzten Versuch Schritt für Schritt folgen</translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <translation>%1 um %2</translation>
    </message>
    <message>
        <source>◷ Goes on, slower on average: %1</source>
        <translation>◷ Läuft weiter, im Mittel langsamer: %1</translation>
    </message>
</context>
<context>
    <name>app::journeys::LossCard</name>
    <message>
        <source>Journeys hurt</source>
        <translation>Journeys betroffen</translation>
    </message>
    <message>
        <source>Predicted</source>
        <translation>Vorhersage</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>Gemessen</translation>
    </message>
    <message>
        <source>Predicted by the model from what is in force and what is down</source>
        <translation>Vom Modell vorhergesagt aus dem, was wirkt und was ausgefallen ist</translation>
    </message>
    <message>
        <source>Measured: journeys that fail or are degraded for shoppers</source>
        <translation>Gemessen: Journeys, die für Kunden fehlschlagen oder eingeschränkt sind</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1, predicted: %2 hurt</source>
        <translation>%1, vorhergesagt: %2 betroffen</translation>
    </message>
    <message>
        <source>%1, measured: %2 hurt</source>
        <translation>%1, gemessen: %2 betroffen</translation>
    </message>
    <message>
        <source>Everything is up</source>
        <translation>Alles läuft</translation>
    </message>
    <message>
        <source>Something is down</source>
        <translation>Etwas ist ausgefallen</translation>
    </message>
    <message>
        <source>Something is broken</source>
        <translation>Etwas ist gestört</translation>
    </message>
    <message>
        <source>Everything is up, yet not well</source>
        <translation>Alles läuft, aber nicht gut</translation>
    </message>
    <message>
        <source>All instances answer. Break something, and see what customers lose.</source>
        <translation>Alle Instanzen antworten. Eine Störung auslösen und sehen, was Kunden verlieren.</translation>
    </message>
    <message>
        <source>Everything was up</source>
        <translation>Alles lief</translation>
    </message>
    <message>
        <source>Something was down</source>
        <translation>Etwas war ausgefallen</translation>
    </message>
    <message>
        <source>Something was broken</source>
        <translation>Etwas war gestört</translation>
    </message>
    <message>
        <source>Everything was up, yet not well</source>
        <translation>Alles lief, aber nicht gut</translation>
    </message>
    <message>
        <source>All instances answered.</source>
        <translation>Alle Instanzen antworteten.</translation>
    </message>
    <message>
        <source>%1, predicted: what was predicted then is not remembered</source>
        <translation>%1, vorhergesagt: Was damals vorhergesagt wurde, ist nicht gespeichert</translation>
    </message>
    <message>
        <source>≠ %1: %2</source>
        <translation>≠ %1: %2</translation>
    </message>
    <message>
        <source>… Measuring whether it comes as predicted.</source>
        <translation>… Gemessen wird, ob es wie vorhergesagt kommt.</translation>
    </message>
    <message>
        <source>✓ Measured as predicted.</source>
        <translation>✓ Gemessen wie vorhergesagt.</translation>
    </message>
    <message>
        <source>? Nobody has tried anything lately: more shoppers would tell.</source>
        <translation>? Niemand hat zuletzt etwas versucht: Mehr Kunden würden es zeigen.</translation>
    </message>
    <message>
        <source>✓ Measured as predicted, as far as tried.</source>
        <translation>✓ Gemessen wie vorhergesagt, soweit versucht.</translation>
    </message>
    <message>
        <source>? Not tried lately: %1.</source>
        <translation>? Zuletzt nicht versucht: %1.</translation>
    </message>
</context>
<context>
    <name>app::messages</name>
    <message>
        <source>(no payload)</source>
        <translation>(kein Inhalt)</translation>
    </message>
    <message>
        <source>(no text: %1)</source>
        <translation>(kein Text: %1)</translation>
    </message>
    <message>
        <source>%1 · key %2</source>
        <translation>%1 · Schlüssel %2</translation>
    </message>
    <message>
        <source>published %1 · id %2</source>
        <translation>veröffentlicht %1 · ID %2</translation>
    </message>
    <message>
        <source>set aside: %1</source>
        <translation>ausgesondert: %1</translation>
    </message>
    <message>
        <source>… and %1 more</source>
        <translation>… und %1 mehr</translation>
    </message>
</context>
<context>
    <name>app::messages::LettersModel</name>
    <message>
        <source>◐ in hand</source>
        <translation>◐ in Arbeit</translation>
    </message>
    <message>
        <source>○ waits for another try</source>
        <translation>○ wartet auf neuen Versuch</translation>
    </message>
    <message>
        <source>○ waits</source>
        <translation>○ wartet</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Topic</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Alter</translation>
    </message>
    <message>
        <source>Measured: since it was published</source>
        <translation>Gemessen: seit sie veröffentlicht wurde</translation>
    </message>
    <message>
        <source>Again</source>
        <translation>Erneut</translation>
    </message>
    <message>
        <source>Measured: how often it was delivered again</source>
        <translation>Gemessen: wie oft sie erneut zugestellt wurde</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Measured: as it lies in the queue</source>
        <translation>Gemessen: wie sie in der Warteschlange liegt</translation>
    </message>
</context>
<context>
    <name>app::messages::MessagesPanel</name>
    <message>
        <source>Queues</source>
        <translation>Warteschlangen</translation>
    </message>
    <message>
        <source>Messages of the queue</source>
        <translation>Nachrichten der Warteschlange</translation>
    </message>
    <message>
        <source>Choose a queue to look into it</source>
        <translation>Warteschlange wählen</translation>
    </message>
    <message>
        <source>Deliver again</source>
        <translation>Erneut zustellen</translation>
    </message>
    <message>
        <source>Delivers the message now. If a consumer has it in hand, another one gets it as well: a consumer that remembers what it has done acts on it once.</source>
        <translation>Stellt die Nachricht jetzt zu. Hat ein Leser sie in Arbeit, bekommt ein anderer sie auch: Wer sich merkt, was erledigt ist, handelt nur einmal.</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>Zurückstellen</translation>
    </message>
    <message>
        <source>Puts the dead letter back into the queue</source>
        <translation>Stellt den Dead Letter wieder in die Warteschlange</translation>
    </message>
    <message>
        <source>Put all back</source>
        <translation>Alle zurückstellen</translation>
    </message>
    <message>
        <source>Puts all dead letters of the queue back into it</source>
        <translation>Stellt alle Dead Letters der Warteschlange wieder hinein</translation>
    </message>
    <message>
        <source>Choose a message to read it</source>
        <translation>Nachricht wählen, um sie zu lesen</translation>
    </message>
    <message>
        <source>The message</source>
        <translation>Die Nachricht</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartend</translation>
    </message>
    <message>
        <source>Dead letters</source>
        <translation>Dead Letters</translation>
    </message>
    <message>
        <source>Nothing is published at the moment.</source>
        <translation>Gerade wird nichts veröffentlicht.</translation>
    </message>
    <message>
        <source>Published (%1): %2</source>
        <translation>Veröffentlicht (%1): %2</translation>
    </message>
    <message>
        <source>Measured over the last second. %1</source>
        <translation>Gemessen über die letzte Sekunde. %1</translation>
    </message>
    <message>
        <source>The queue of %1, %2</source>
        <translation>Die Warteschlange von %1, %2</translation>
    </message>
    <message>
        <source>No message was set aside.</source>
        <translation>Keine Nachricht wurde ausgesondert.</translation>
    </message>
    <message>
        <source>Nothing waits.</source>
        <translation>Nichts wartet.</translation>
    </message>
</context>
<context>
    <name>app::messages::QueuesModel</name>
    <message>
        <source>%1 %L2</source>
        <translation>%1 %L2</translation>
    </message>
    <message>
        <source>&lt; 1 s</source>
        <translation>&lt; 1 s</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>Architektur</translation>
    </message>
    <message>
        <source>Queue of</source>
        <translation>Warteschlange von</translation>
    </message>
    <message>
        <source>The consumer whose queue it is; all its instances share it</source>
        <translation>Der Leser, dem die Warteschlange gehört; alle seine Instanzen teilen sie sich</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartend</translation>
    </message>
    <message>
        <source>Measured: messages that are not acknowledged yet, those in hand included</source>
        <translation>Gemessen: Nachrichten, die noch nicht quittiert sind, auch die in Arbeit</translation>
    </message>
    <message>
        <source>In hand</source>
        <translation>In Arbeit</translation>
    </message>
    <message>
        <source>Measured: messages which a consumer has and has not answered yet</source>
        <translation>Gemessen: Nachrichten, die ein Leser hat und noch nicht beantwortet hat</translation>
    </message>
    <message>
        <source>Oldest</source>
        <translation>Älteste</translation>
    </message>
    <message>
        <source>Measured: since the oldest of them was published</source>
        <translation>Gemessen: seit die älteste veröffentlicht wurde</translation>
    </message>
    <message>
        <source>Readers</source>
        <translation>Leser</translation>
    </message>
    <message>
        <source>Measured: instances that consume it</source>
        <translation>Gemessen: Instanzen, die sie lesen</translation>
    </message>
    <message>
        <source>Again</source>
        <translation>Erneut</translation>
    </message>
    <message>
        <source>Measured: how often a message was delivered again, since the start</source>
        <translation>Gemessen: wie oft eine Nachricht erneut zugestellt wurde, seit dem Start</translation>
    </message>
    <message>
        <source>Dead</source>
        <translation>Tot</translation>
    </message>
    <message>
        <source>Measured: messages that nobody could handle, set aside</source>
        <translation>Gemessen: Nachrichten, die niemand verarbeiten konnte, ausgesondert</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>Topics</translation>
    </message>
    <message>
        <source>Measured: of each topic that it consumes, how many messages wait</source>
        <translation>Gemessen: wie viele Nachrichten jedes Topics warten, das er liest</translation>
    </message>
</context>
<context>
    <name>app::sagas</name>
    <message>
        <source>Customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Bestellungen</translation>
    </message>
    <message>
        <source>Inventory</source>
        <translation>Lager</translation>
    </message>
    <message>
        <source>Payments</source>
        <translation>Zahlungen</translation>
    </message>
    <message>
        <source>Broker</source>
        <translation>Broker</translation>
    </message>
    <message>
        <source>Shipping</source>
        <translation>Versand</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Mitteilungen</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 an %2</translation>
    </message>
    <message>
        <source>%1, undone: %2</source>
        <translation>%1, rückgängig: %2</translation>
    </message>
    <message>
        <source>%1, failed: %2</source>
        <translation>%1, fehlgeschlagen: %2</translation>
    </message>
    <message>
        <source>%1, not yet: %2</source>
        <translation>%1, noch nicht: %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>app::sagas::OrdersModel</name>
    <message>
        <source>Order</source>
        <translation>Bestellung</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>Measured: as it is in the store of orders</source>
        <translation>Gemessen: wie es im Speicher der Bestellungen steht</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Alter</translation>
    </message>
    <message>
        <source>Measured: since it was placed</source>
        <translation>Gemessen: seit sie aufgegeben wurde</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
</context>
<context>
    <name>app::sagas::SagaPanel</name>
    <message>
        <source>The latest orders</source>
        <translation>Die neuesten Bestellungen</translation>
    </message>
    <message>
        <source>Follow the newest</source>
        <translation>Der neuesten folgen</translation>
    </message>
    <message>
        <source>No order yet</source>
        <translation>Noch keine Bestellung</translation>
    </message>
    <message>
        <source>Each order for some seconds, until you choose one of the list</source>
        <translation>Jede Bestellung einige Sekunden lang, bis eine in der Liste gewählt wird</translation>
    </message>
    <message>
        <source>%1   %2   %3</source>
        <translation>%1   %2   %3</translation>
    </message>
    <message>
        <source>From the saga&apos;s log and the stores; not traced</source>
        <translation>Aus dem Log der Saga und den Datenbanken; nicht getraced</translation>
    </message>
    <message>
        <source>From the saga&apos;s log, the stores, and %1 traced spans</source>
        <translation>Aus dem Log der Saga, den Datenbanken und %1 Spans</translation>
    </message>
</context>
<context>
    <name>app::sagas::StoryModel</name>
    <message>
        <source>+%1 ms</source>
        <translation>+%1 ms</translation>
    </message>
    <message>
        <source>+%L1 s</source>
        <translation>+%L1 s</translation>
    </message>
</context>
<context>
    <name>app::sagas::StoryView</name>
    <message>
        <source>The order&apos;s life, step by step</source>
        <translation>Das Leben der Bestellung, Schritt für Schritt</translation>
    </message>
</context>
<context>
    <name>app::sagas::Teller</name>
    <message>
        <source>orders for %1</source>
        <translation>bestellt für %1</translation>
    </message>
    <message>
        <source>tries again (attempt %1)</source>
        <translation>versucht es erneut (Versuch %1)</translation>
    </message>
    <message>
        <source>taken over by another life of orders</source>
        <translation>von einem anderen Lauf der Bestellungen übernommen</translation>
    </message>
    <message>
        <source>could not be settled yet, to be tried again (%1)</source>
        <translation>noch nicht abgeschlossen, wird erneut versucht (%1)</translation>
    </message>
    <message>
        <source>confirmed; the news of it is in the outbox</source>
        <translation>bestätigt; die Nachricht davon liegt in der Outbox</translation>
    </message>
    <message>
        <source>One transaction: neither exists without the other</source>
        <translation>Eine Transaktion: Das eine gibt es nicht ohne das andere</translation>
    </message>
    <message>
        <source>gives up: %1</source>
        <translation>gibt auf: %1</translation>
    </message>
    <message>
        <source>no order; nothing is owed</source>
        <translation>keine Bestellung; nichts ist offen</translation>
    </message>
    <message>
        <source>stock goes back</source>
        <translation>Ware geht zurück</translation>
    </message>
    <message>
        <source>money goes back</source>
        <translation>Geld geht zurück</translation>
    </message>
    <message>
        <source>to be confirmed</source>
        <translation>zu bestätigen</translation>
    </message>
    <message>
        <source>stock has to go back</source>
        <translation>Ware muss zurück</translation>
    </message>
    <message>
        <source>money has to go back</source>
        <translation>Geld muss zurück</translation>
    </message>
    <message>
        <source>sends the parcel</source>
        <translation>verschickt das Paket</translation>
    </message>
    <message>
        <source>mails the confirmation</source>
        <translation>mailt die Bestätigung</translation>
    </message>
    <message>
        <source>mails that it is on its way</source>
        <translation>mailt, dass es unterwegs ist</translation>
    </message>
    <message>
        <source>%1 waits in the outbox</source>
        <translation>%1 wartet in der Outbox</translation>
    </message>
    <message>
        <source>charged %1 times</source>
        <translation>%1-mal berechnet</translation>
    </message>
    <message>
        <source>%1 parcels</source>
        <translation>%1 Pakete</translation>
    </message>
    <message>
        <source>%1 mails</source>
        <translation>%1 Mails</translation>
    </message>
    <message>
        <source>sets the stock aside</source>
        <translation>legt die Ware zurück</translation>
    </message>
    <message>
        <source>charges %1</source>
        <translation>berechnet %1</translation>
    </message>
    <message>
        <source>takes the stock</source>
        <translation>entnimmt die Ware</translation>
    </message>
    <message>
        <source>tried twice</source>
        <translation>zweimal versucht</translation>
    </message>
    <message>
        <source>tried %1 times</source>
        <translation>%1-mal versucht</translation>
    </message>
</context>
<context>
    <name>app::session::SettingsFile</name>
    <message>
        <source>The settings in %1 cannot be read (%2); the usual ones are used.</source>
        <translation>Die Einstellungen in %1 sind nicht lesbar (%2); es gelten die üblichen.</translation>
    </message>
    <message>
        <source>The settings file was damaged. It was set aside as %1, and the usual settings are used.</source>
        <translation>Die Datei der Einstellungen war beschädigt. Sie wurde als %1 beiseitegelegt, und es gelten die üblichen Einstellungen.</translation>
    </message>
    <message>
        <source>The settings could not be saved: %1.</source>
        <translation>Die Einstellungen konnten nicht gespeichert werden: %1.</translation>
    </message>
</context>
<context>
    <name>app::session::WorkspaceFile</name>
    <message>
        <source>What you arranged is in %1, which cannot be read (%2).</source>
        <translation>Die eigene Anordnung steht in %1 und ist nicht lesbar (%2).</translation>
    </message>
    <message>
        <source>The file with what you arranged was damaged. It was set aside as %1.</source>
        <translation>Die Datei mit der eigenen Anordnung war beschädigt. Sie wurde als %1 beiseitegelegt.</translation>
    </message>
    <message>
        <source>What you arranged could not be saved: %1.</source>
        <translation>Die eigene Anordnung konnte nicht gespeichert werden: %1.</translation>
    </message>
</context>
<context>
    <name>app::shell</name>
    <message>
        <source>service of team %1</source>
        <translation>Service von Team %1</translation>
    </message>
    <message>
        <source>endpoint of %1</source>
        <translation>Endpunkt von %1</translation>
    </message>
    <message>
        <source>in the database of %1</source>
        <translation>in der Datenbank von %1</translation>
    </message>
    <message>
        <source>topic of messages</source>
        <translation>Topic von Nachrichten</translation>
    </message>
    <message>
        <source>journey of customers</source>
        <translation>Journey von Kunden</translation>
    </message>
</context>
<context>
    <name>app::shell::AboutBox</name>
    <message>
        <source>the window, threads and sockets</source>
        <translation>das Fenster, Threads und Sockets</translation>
    </message>
    <message>
        <source>the time line and the capacity</source>
        <translation>der Verlauf und die Kapazität</translation>
    </message>
    <message>
        <source>coroutines with Qt</source>
        <translation>Koroutinen mit Qt</translation>
    </message>
    <message>
        <source>public domain</source>
        <translation>gemeinfrei</translation>
    </message>
    <message>
        <source>one database for each service</source>
        <translation>eine Datenbank für jeden Service</translation>
    </message>
    <message>
        <source>reading HTTP</source>
        <translation>HTTP lesen</translation>
    </message>
    <message>
        <source>arranging the picture</source>
        <translation>das Bild anordnen</translation>
    </message>
    <message>
        <source>results that may be errors</source>
        <translation>Ergebnisse, die Fehler sein können</translation>
    </message>
    <message>
        <source>passwords</source>
        <translation>Passwörter</translation>
    </message>
    <message>
        <source>messages through RabbitMQ, if you wish</source>
        <translation>Nachrichten über RabbitMQ, auf Wunsch</translation>
    </message>
    <message>
        <source>messages through Kafka, if you wish</source>
        <translation>Nachrichten über Kafka, auf Wunsch</translation>
    </message>
    <message>
        <source>&lt;p&gt;Faultline is free software: you may pass it on and change it under the terms of the &lt;b&gt;GNU General Public License, version 3 or later&lt;/b&gt;. It comes without any warranty. The whole text is in the file LICENSE and at https://www.gnu.org/licenses/gpl-3.0.html.&lt;/p&gt;&lt;p&gt;It is built with:&lt;/p&gt;</source>
        <translation>&lt;p&gt;Faultline ist freie Software: Weitergabe und Änderung sind erlaubt unter den Bedingungen der &lt;b&gt;GNU General Public License, Version 3 oder später&lt;/b&gt;. Es gibt keinerlei Garantie. Der ganze Text steht in der Datei LICENSE und unter https://www.gnu.org/licenses/gpl-3.0.html.&lt;/p&gt;&lt;p&gt;Gebaut mit:&lt;/p&gt;</translation>
    </message>
    <message>
        <source>About Faultline</source>
        <translation>Über Faultline</translation>
    </message>
    <message>
        <source>Faultline %1</source>
        <translation>Faultline %1</translation>
    </message>
    <message>
        <source>One online shop, seen as a monolith and as microservices, both running for real. Copyright 2026 The Faultline authors.</source>
        <translation>Ein Online-Shop als Monolith und als Microservices, beide laufen wirklich. Copyright 2026 The Faultline authors.</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>Lizenzen</translation>
    </message>
    <message>
        <source>sessions that are signed</source>
        <translation>signierte Sitzungen</translation>
    </message>
</context>
<context>
    <name>app::shell::Actions</name>
    <message>
        <source> or </source>
        <translation> oder </translation>
    </message>
</context>
<context>
    <name>app::shell::FileExport</name>
    <message>
        <source>%1 was not written: by its ending it is none of %2. Choose a name that ends so.</source>
        <translation>%1 wurde nicht geschrieben: Die Endung ist keine von %2. Einen Namen mit einer solchen Endung wählen.</translation>
    </message>
</context>
<context>
    <name>app::shell::FileWriting</name>
    <message>
        <source>%1 could not be written: %2. Choose another place.</source>
        <translation>%1 konnte nicht geschrieben werden: %2. Einen anderen Ort wählen.</translation>
    </message>
</context>
<context>
    <name>app::shell::Finder</name>
    <message>
        <source>Nothing fits. Try fewer letters.</source>
        <translation>Nichts passt. Mit weniger Buchstaben klappt es vielleicht.</translation>
    </message>
    <message>
        <source>What fits</source>
        <translation>Was passt</translation>
    </message>
</context>
<context>
    <name>app::shell::FirstBreak</name>
    <message>
        <source>Predicting…</source>
        <translation>Vorhersage läuft…</translation>
    </message>
    <message>
        <source>What breaks first?</source>
        <translation>Was fällt zuerst aus?</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>Architektur</translation>
    </message>
    <message>
        <source>Single points of failure, the most painful first</source>
        <translation>Einzelne Schwachstellen, die schmerzhafteste zuerst</translation>
    </message>
    <message>
        <source>Nothing whose loss alone would cost a journey.</source>
        <translation>Nichts, dessen Verlust allein eine Journey kosten würde.</translation>
    </message>
    <message>
        <source>Predicted by the model for the shape as it is now: what there is only one of, and how many journeys its loss alone would cost. Choose one to see it.</source>
        <translation>Vom Modell vorhergesagt für die Architektur, wie sie gerade ist: was es nur einmal gibt, und wie viele Journeys sein Verlust allein kosten würde. Eine Zeile wählen, um es zu sehen.</translation>
    </message>
</context>
<context>
    <name>app::shell::FirstHint</name>
    <message>
        <source>&lt;b&gt;Rest on a service&lt;/b&gt; for what can be done to it, crash it, and see on the left what customers can still do. &lt;b&gt;Ctrl+K&lt;/b&gt; finds every act, &lt;b&gt;Ctrl+F&lt;/b&gt; every service, &lt;b&gt;F1&lt;/b&gt; lists the keys.</source>
        <translation>&lt;b&gt;Maus auf einen Service&lt;/b&gt;: was man mit ihm tun kann; links steht dann, was Kunden noch können. &lt;b&gt;Strg+K&lt;/b&gt; findet jeden Befehl, &lt;b&gt;Strg+F&lt;/b&gt; jeden Service, &lt;b&gt;F1&lt;/b&gt; zeigt die Tasten.</translation>
    </message>
    <message>
        <source>Got it</source>
        <translation>Verstanden</translation>
    </message>
    <message>
        <source>Put this hint away for good</source>
        <translation>Diesen Hinweis für immer weglegen</translation>
    </message>
</context>
<context>
    <name>app::shell::ForceChip</name>
    <message>
        <source>◆ 1 fault ▾</source>
        <translation>◆ 1 Störung ▾</translation>
    </message>
    <message>
        <source>◆ %1 faults ▾</source>
        <translation>◆ %1 Störungen ▾</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>Beheben: %1</translation>
    </message>
    <message>
        <source>Undo &amp;all</source>
        <translation>&amp;Alle beheben</translation>
    </message>
</context>
<context>
    <name>app::shell::KeyboardHelp</name>
    <message>
        <source>Keyboard</source>
        <translation>Tastatur</translation>
    </message>
    <message>
        <source>Keys and what they do</source>
        <translation>Tasten und was sie tun</translation>
    </message>
</context>
<context>
    <name>app::shell::LiveShop</name>
    <message>
        <source>No temporary folder for the databases: %1. Free some space or set TMPDIR.</source>
        <translation>Kein temporärer Ordner für die Datenbanken: %1. Platz schaffen oder TMPDIR setzen.</translation>
    </message>
    <message>
        <source>Not everything could start: %1</source>
        <translation>Nicht alles konnte starten: %1</translation>
    </message>
    <message>
        <source>Break</source>
        <translation>Stören</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Beheben</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>Neustart</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>Skalieren</translation>
    </message>
    <message>
        <source>Autoscaler</source>
        <translation>Autoscaler</translation>
    </message>
    <message>
        <source>Shoppers</source>
        <translation>Kunden</translation>
    </message>
    <message>
        <source>Policies</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>The shops are not running.</source>
        <translation>Die Shops laufen nicht.</translation>
    </message>
</context>
<context>
    <name>app::shell::MainWindow</name>
    <message>
        <source>Faultline: %1</source>
        <translation>Faultline: %1</translation>
    </message>
    <message>
        <source>To the next panel</source>
        <translation>Zum nächsten Bereich</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>To the next control</source>
        <translation>Zum nächsten Bedienelement</translation>
    </message>
    <message>
        <source>Arrows</source>
        <translation>Pfeiltasten</translation>
    </message>
    <message>
        <source>In a graph: to the next node. In a list or table: to the next line</source>
        <translation>Im Graphen: zum nächsten Knoten. In Listen und Tabellen: zur nächsten Zeile</translation>
    </message>
    <message>
        <source>C, Shift+C</source>
        <translation>C, Umschalt+C</translation>
    </message>
    <message>
        <source>In a graph: to the next call of the selected node, or the last</source>
        <translation>Im Graphen: zum nächsten Aufruf des gewählten Knotens, oder zum vorigen</translation>
    </message>
    <message>
        <source>Enter or Menu</source>
        <translation>Eingabe oder Menü</translation>
    </message>
    <message>
        <source>In a graph: what can be done to the selected node, or set for the selected call</source>
        <translation>Im Graphen: was man mit dem gewählten Knoten tun oder am gewählten Aufruf einstellen kann</translation>
    </message>
    <message>
        <source>Escape</source>
        <translation>Escape</translation>
    </message>
    <message>
        <source>Show the monolith</source>
        <translation>Den Monolithen zeigen</translation>
    </message>
    <message>
        <source>Show both shapes side by side</source>
        <translation>Beide Architekturen nebeneinander zeigen</translation>
    </message>
    <message>
        <source>Show the microservices</source>
        <translation>Die Microservices zeigen</translation>
    </message>
    <message>
        <source>Break something</source>
        <translation>Störung auslösen</translation>
    </message>
    <message>
        <source>Choose the policies of all calls</source>
        <translation>Regeln aller Aufrufe wählen</translation>
    </message>
    <message>
        <source>More shoppers</source>
        <translation>Mehr Kunden</translation>
    </message>
    <message>
        <source>Fewer shoppers</source>
        <translation>Weniger Kunden</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Bestellungen</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>&amp;Timeline</source>
        <translation>&amp;Verlauf</translation>
    </message>
    <message>
        <source>Re&amp;quests</source>
        <translation>Anfra&amp;gen</translation>
    </message>
    <message>
        <source>Ca&amp;pacity</source>
        <translation>Kapa&amp;zität</translation>
    </message>
    <message>
        <source>As it was %1 ago, measured. The time line leads back to now.</source>
        <translation>Wie es vor %1 war, gemessen. Der Verlauf führt zurück zu jetzt.</translation>
    </message>
    <message>
        <source>Traces</source>
        <translation>Traces</translation>
    </message>
    <message>
        <source>Left, Right</source>
        <translation>Links, Rechts</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>A folder for the story&apos;s pictures</source>
        <translation>Ein Ordner für die Bilder der Geschichte</translation>
    </message>
    <message>
        <source>The story is in %1: story.svg, story.gif, and %2 pictures.</source>
        <translation>Die Geschichte ist in %1: story.svg, story.gif und %2 Bilder.</translation>
    </message>
    <message>
        <source>Faultline was ended in the middle of its work. The shops go on with what they had stored: orders that were under way are confirmed or undone now.</source>
        <translation>Faultline wurde mitten in der Arbeit beendet. Die Shops machen mit dem weiter, was sie gespeichert hatten: Bestellungen, die unterwegs waren, sind jetzt bestätigt oder rückgängig gemacht.</translation>
    </message>
    <message>
        <source>Go</source>
        <translation>Gehen</translation>
    </message>
    <message>
        <source>Do anythin&amp;g…</source>
        <translation>&amp;Befehl ausführen…</translation>
    </message>
    <message>
        <source>&amp;Find in the system…</source>
        <translation>Im System su&amp;chen…</translation>
    </message>
    <message>
        <source>Load and faults</source>
        <translation>Last und Störungen</translation>
    </message>
    <message>
        <source>What breaks &amp;first?…</source>
        <translation>Was fällt &amp;zuerst aus?…</translation>
    </message>
    <message>
        <source>&amp;Undo all faults</source>
        <translation>Alle Störungen &amp;beheben</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>&amp;Keyboard…</source>
        <translation>&amp;Tastatur…</translation>
    </message>
    <message>
        <source>About and lic&amp;ences…</source>
        <translation>Über Faultline und &amp;Lizenzen…</translation>
    </message>
    <message>
        <source>+, −, 0</source>
        <translation>+, −, 0</translation>
    </message>
    <message>
        <source>In a graph: nearer, away, and all of it as large as it fits</source>
        <translation>Im Graphen: näher, weiter weg, und alles so groß wie möglich</translation>
    </message>
    <message>
        <source>Alt+Arrows</source>
        <translation>Alt+Pfeiltasten</translation>
    </message>
    <message>
        <source>In a graph: put the selected node elsewhere, step by step</source>
        <translation>Im Graphen: den gewählten Knoten schrittweise verschieben</translation>
    </message>
    <message>
        <source>P, N</source>
        <translation>P, N</translation>
    </message>
    <message>
        <source>In a graph: pin the selected node, look at its neighbourhood</source>
        <translation>Im Graphen: den gewählten Knoten anheften, seine Nachbarschaft ansehen</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>&amp;Open a system…</source>
        <translation>System &amp;öffnen…</translation>
    </message>
    <message>
        <source>Open the shop &amp;that comes with Faultline</source>
        <translation>&amp;Mitgelieferten Shop öffnen</translation>
    </message>
    <message>
        <source>Stop everything and &amp;quit</source>
        <translation>Alles anhalten und b&amp;eenden</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 öffnen</translation>
    </message>
    <message>
        <source>Open a system</source>
        <translation>System öffnen</translation>
    </message>
    <message>
        <source>Systems (*.json)</source>
        <translation>Systeme (*.json)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>None yet: open one, or drop its file here</source>
        <translation>Noch keine: eines öffnen, oder seine Datei hier ablegen</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Like the &amp;system</source>
        <translation>Wie das &amp;System</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>&amp;High contrast</source>
        <translation>Hoher &amp;Kontrast</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>&amp;Reduce motion</source>
        <translation>Weniger Be&amp;wegung</translation>
    </message>
    <message>
        <source>&amp;Presentation</source>
        <translation>P&amp;räsentation</translation>
    </message>
    <message>
        <source>Reset the &amp;window&apos;s layout</source>
        <translation>Fenster&amp;aufteilung zurücksetzen</translation>
    </message>
    <message>
        <source>That of the &amp;system</source>
        <translation>Die des &amp;Systems</translation>
    </message>
    <message>
        <source>Language, from the next start</source>
        <translation>Sprache, ab dem nächsten Start</translation>
    </message>
    <message>
        <source>L&amp;anguage, from the next start</source>
        <translation>S&amp;prache, ab dem nächsten Start</translation>
    </message>
    <message>
        <source>Recent s&amp;ystems</source>
        <translation>&amp;Zuletzt geöffnete Systeme</translation>
    </message>
    <message>
        <source>Go to %1</source>
        <translation>Gehe zu: %1</translation>
    </message>
    <message>
        <source>Books</source>
        <translation>Bücher</translation>
    </message>
    <message>
        <source>In a graph: everything again, then select nothing, then end the presentation</source>
        <translation>Im Graphen: wieder alles, dann nichts auswählen, dann die Präsentation beenden</translation>
    </message>
    <message>
        <source>Team %1</source>
        <translation>Team %1</translation>
    </message>
    <message>
        <source>Follow one “%1”</source>
        <translation>Einer „%1“ folgen</translation>
    </message>
    <message>
        <source>Journeys</source>
        <translation>Journeys</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>Inspektor</translation>
    </message>
    <message>
        <source>In the legend: the team before, the next team. In the durations of requests: choose a range, with Shift a wider one; Escape: all again</source>
        <translation>In der Legende: das Team davor, das nächste Team. In den Dauern der Anfragen: einen Bereich wählen, mit Umschalt einen breiteren; Escape: wieder alle</translation>
    </message>
    <message>
        <source>On a journey or a traced request: follow it step by step. On an earlier request: write it again</source>
        <translation>Auf einer Journey oder verfolgten Anfrage: ihr Schritt für Schritt folgen. Auf einer früheren Anfrage: sie noch einmal schreiben</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Leertaste</translation>
    </message>
    <message>
        <source>On what is on or off: the other. In a graph: as Enter</source>
        <translation>Auf allem, was an oder aus ist: das andere. In einem Graphen: wie Enter</translation>
    </message>
    <message>
        <source>Alt+Letter</source>
        <translation>Alt+Buchstabe</translation>
    </message>
    <message>
        <source>What has this letter underlined while Alt is held</source>
        <translation>Was diesen Buchstaben unterstrichen hat, solange Alt gehalten wird</translation>
    </message>
    <message>
        <source>The picture is not drawn yet: it is being arranged. Export it when it is seen.</source>
        <translation>Das Bild ist noch nicht gezeichnet: Es wird gerade angeordnet. Exportieren, sobald es zu sehen ist.</translation>
    </message>
    <message>
        <source>Export the picture</source>
        <translation>Bild exportieren</translation>
    </message>
    <message>
        <source>Save the time line</source>
        <translation>Verlauf speichern</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>Geschrieben: %1</translation>
    </message>
    <message>
        <source>Most shoppers stayed away for %1, while the window was minimised</source>
        <translation>Die meisten Kunden blieben %1 lang fort, solange das Fenster minimiert war</translation>
    </message>
    <message>
        <source>Rest when &amp;minimised</source>
        <translation>&amp;Ruhen, wenn minimiert</translation>
    </message>
    <message>
        <source>Most shoppers stay away while nobody looks</source>
        <translation>Die meisten Kunden bleiben fort, solange niemand zusieht</translation>
    </message>
    <message>
        <source>Its messages…</source>
        <translation>Seine Nachrichten…</translation>
    </message>
    <message>
        <source>Select a topic first</source>
        <translation>Zuerst ein Topic auswählen</translation>
    </message>
    <message>
        <source>Messages of the selected topic</source>
        <translation>Nachrichten des gewählten Topics</translation>
    </message>
</context>
<context>
    <name>app::shell::NodeBar</name>
    <message>
        <source>What can be done to the node</source>
        <translation>Was man mit dem Knoten tun kann</translation>
    </message>
    <message>
        <source>All that can be done</source>
        <translation>Alles, was man tun kann</translation>
    </message>
</context>
<context>
    <name>app::shell::NoticeBar</name>
    <message>
        <source>Understood</source>
        <translation>Verstanden</translation>
    </message>
</context>
<context>
    <name>app::shell::PanelActs</name>
    <message>
        <source>Go to “%1”</source>
        <translation>Zu „%1“</translation>
    </message>
    <message>
        <source>Tab “%1”</source>
        <translation>Reiter „%1“</translation>
    </message>
</context>
<context>
    <name>app::shell::Pictures</name>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Nearer</source>
        <translation>Näher</translation>
    </message>
    <message>
        <source>Away</source>
        <translation>Weiter weg</translation>
    </message>
    <message>
        <source>All of it, as large as it fits</source>
        <translation>Alles, so groß wie möglich</translation>
    </message>
    <message>
        <source>Tidy up</source>
        <translation>Aufräumen</translation>
    </message>
    <message>
        <source>Unpin everything</source>
        <translation>Alles lösen</translation>
    </message>
    <message>
        <source>Neighbourhood of the selected node, or everything</source>
        <translation>Nachbarschaft des gewählten Knotens, oder alles</translation>
    </message>
    <message>
        <source>Pin the selected node, or unpin it</source>
        <translation>Gewählten Knoten anheften oder lösen</translation>
    </message>
    <message>
        <source>Table instead of the picture, or back</source>
        <translation>Tabelle statt des Bildes, oder zurück</translation>
    </message>
    <message>
        <source>Export the picture…</source>
        <translation>Bild exportieren…</translation>
    </message>
    <message>
        <source>Show messages</source>
        <translation>Nachrichten zeigen</translation>
    </message>
    <message>
        <source>Show all databases</source>
        <translation>Alle Datenbanken zeigen</translation>
    </message>
    <message>
        <source>Show teams by colour</source>
        <translation>Teams durch Farben zeigen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig:</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen:</translation>
    </message>
    <message>
        <source>Undo the last move in a picture</source>
        <translation>Letzte Bewegung in einem Bild rückgängig machen</translation>
    </message>
    <message>
        <source>Redo what was undone</source>
        <translation>Rückgängig Gemachtes wiederholen</translation>
    </message>
</context>
<context>
    <name>app::shell::PolicyActs</name>
    <message>
        <source>%1, all that it calls</source>
        <translation>%1, alles, was es aufruft</translation>
    </message>
    <message>
        <source>All calls</source>
        <translation>Alle Aufrufe</translation>
    </message>
    <message>
        <source>All units</source>
        <translation>Alle Einheiten</translation>
    </message>
    <message>
        <source>Go to the calls %1</source>
        <translation>Zu den Aufrufen %1</translation>
    </message>
    <message>
        <source>Policies</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>policy · %1</source>
        <translation>Regel · %1</translation>
    </message>
</context>
<context>
    <name>app::shell::PolicyMenu</name>
    <message>
        <source>&amp;None: calls wait for ever and are never repeated</source>
        <translation>&amp;Keine: Aufrufe warten ewig und werden nie wiederholt</translation>
    </message>
    <message>
        <source>&amp;Usual: a timeout, and retries within a budget</source>
        <translation>&amp;Übliche: ein Timeout, und Retries im Rahmen eines Budgets</translation>
    </message>
    <message>
        <source>&amp;All: breaker, bulkhead, fallback, shedding and ejection besides</source>
        <translation>&amp;Alle: dazu Circuit Breaker, Bulkhead, Fallback, Lastabwurf und Ausschluss</translation>
    </message>
    <message>
        <source>What protects every call in both shapes, declared. Each call can have its own: select its line.</source>
        <translation>Was jeden Aufruf in beiden Architekturen schützt, deklariert. Jeder Aufruf kann eigene Regeln haben: seine Linie auswählen.</translation>
    </message>
    <message>
        <source>Policies: %1 ▾</source>
        <translation>Regeln: %1 ▾</translation>
    </message>
    <message>
        <source>Policies: %1</source>
        <translation>Regeln: %1</translation>
    </message>
    <message>
        <source>all calls</source>
        <translation>alle Aufrufe</translation>
    </message>
</context>
<context>
    <name>app::shell::Search</name>
    <message>
        <source>Do anything: crash, slow down, go to, show…</source>
        <translation>Befehl: Absturz, langsam, gehen zu, zeigen…</translation>
    </message>
    <message>
        <source>Find a service, endpoint, journey, topic or stored data</source>
        <translation>Service, Endpunkt, Journey, Topic oder gespeicherte Daten suchen</translation>
    </message>
</context>
<context>
    <name>app::shell::StatusLine</name>
    <message>
        <source>Measured by health checks</source>
        <translation>Durch Health Checks gemessen</translation>
    </message>
    <message>
        <source>Measured: instances that run, ports that listen, resident memory of this program</source>
        <translation>Gemessen: laufende Instanzen, offene Ports, Arbeitsspeicher dieses Programms</translation>
    </message>
    <message>
        <source>Measured: messages that are not acknowledged yet</source>
        <translation>Gemessen: Nachrichten, die noch nicht quittiert sind</translation>
    </message>
    <message>
        <source>○ Starting both systems…</source>
        <translation>○ Beide Systeme starten…</translation>
    </message>
    <message>
        <source>%1, %2, from %3: %4</source>
        <translation>%1, %2, von %3: %4</translation>
    </message>
    <message>
        <source>● Both systems live in this window</source>
        <translation>● Beide Systeme laufen in diesem Fenster</translation>
    </message>
    <message>
        <source>◐ %1 of %2 instances are up</source>
        <translation>◐ %1 von %2 Instanzen laufen</translation>
    </message>
    <message>
        <source>Embedded broker: %L1 waiting</source>
        <translation>Eingebauter Broker: %L1 warten</translation>
    </message>
    <message>
        <source>%1 · %L2 set aside</source>
        <translation>%1 · %L2 ausgesondert</translation>
    </message>
    <message>
        <source>Set aside, because nobody could handle them:</source>
        <translation>Ausgesondert, weil niemand sie verarbeiten konnte:</translation>
    </message>
    <message numerus="yes">
        <source>%n instances · %1 ports · %L2 MB, measured</source>
        <translation>
            <numerusform>%n Instanz · %1 Ports · %L2 MB, gemessen</numerusform>
            <numerusform>%n Instanzen · %1 Ports · %L2 MB, gemessen</numerusform>
        </translation>
    </message>
    <message>
        <source>Measured: threads of this program that wait for a processor, in the mean of the last seconds without faults. Slow and failed requests may come from it, and from no architecture.</source>
        <translation>Gemessen: Threads dieses Programms, die auf einen Prozessor warten, im Mittel der letzten Sekunden ohne Störung. Langsame und gescheiterte Anfragen können daher kommen statt von einer Architektur.</translation>
    </message>
    <message>
        <source>◐ This computer is too busy: %L1 threads wait</source>
        <translation>◐ Rechner überlastet: %L1 Threads warten</translation>
    </message>
</context>
<context>
    <name>app::shell::Synonyms</name>
    <message>
        <source>double scale up out add copy replica</source>
        <translation>doppelt verdoppeln skalieren hoch hinzufügen Kopie Replik</translation>
    </message>
    <message>
        <source>halve scale down in remove shrink</source>
        <translation>halbieren skalieren herunter entfernen verkleinern</translation>
    </message>
    <message>
        <source>automatically elastic</source>
        <translation>automatisch elastisch skalieren</translation>
    </message>
    <message>
        <source>start heal repair reboot revive</source>
        <translation>starten heilen reparieren hochfahren wiederbeleben</translation>
    </message>
    <message>
        <source>call ask try test query</source>
        <translation>aufrufen fragen probieren testen Request</translation>
    </message>
    <message>
        <source>explain story tell show trace steps</source>
        <translation>erklären Geschichte erzählen zeigen Trace Schritte</translation>
    </message>
    <message>
        <source>compare difference beside versus</source>
        <translation>vergleichen Unterschied nebeneinander gegen</translation>
    </message>
    <message>
        <source>limit bottleneck maximum load</source>
        <translation>Grenze Engpass Maximum Last</translation>
    </message>
    <message>
        <source>compare requests slow latency why</source>
        <translation>vergleichen Anfragen langsam Latenz warum</translation>
    </message>
    <message>
        <source>compare answers api console curl</source>
        <translation>vergleichen Antworten API Konsole curl</translation>
    </message>
    <message>
        <source>night black</source>
        <translation>Nacht schwarz dark</translation>
    </message>
    <message>
        <source>day bright white</source>
        <translation>Tag hell weiß</translation>
    </message>
    <message>
        <source>accessible readable</source>
        <translation>barrierefrei lesbar</translation>
    </message>
    <message>
        <source>animation still calm</source>
        <translation>Animation ruhig still</translation>
    </message>
    <message>
        <source>full screen projector room</source>
        <translation>Vollbild Beamer Raum</translation>
    </message>
    <message>
        <source>arrange layout order clean</source>
        <translation>anordnen Layout ordnen säubern</translation>
    </message>
    <message>
        <source>zoom in bigger larger</source>
        <translation>zoomen größer heran</translation>
    </message>
    <message>
        <source>zoom out smaller</source>
        <translation>zoomen kleiner weg</translation>
    </message>
    <message>
        <source>back revert mistake</source>
        <translation>zurück widerrufen Fehler</translation>
    </message>
    <message>
        <source>again repeat forward</source>
        <translation>nochmals wieder vorwärts</translation>
    </message>
    <message>
        <source>heal repair lift revert normal reset</source>
        <translation>heilen reparieren aufheben beheben normal zurücksetzen</translation>
    </message>
    <message>
        <source>heal repair lift revert</source>
        <translation>heilen reparieren aufheben beheben</translation>
    </message>
    <message>
        <source>weak points risk single</source>
        <translation>Schwachstellen Risiko einzeln</translation>
    </message>
    <message>
        <source>kill crash stop fail chaos destroy outage</source>
        <translation>töten abstürzen anhalten stören Chaos zerstören Ausfall</translation>
    </message>
    <message>
        <source>break fault damage</source>
        <translation>kaputt Störung Schaden</translation>
    </message>
    <message>
        <source>load traffic users customers rush</source>
        <translation>Last Verkehr Nutzer Kunden Ansturm</translation>
    </message>
    <message>
        <source>load traffic users customers calm</source>
        <translation>Last Verkehr Nutzer Kunden ruhig</translation>
    </message>
    <message>
        <source>timeout retry breaker protection</source>
        <translation>Timeout Wiederholung Breaker Schutz</translation>
    </message>
    <message>
        <source>shortcuts help manual</source>
        <translation>Tastenkürzel Hilfe Handbuch</translation>
    </message>
    <message>
        <source>version info help</source>
        <translation>Version Info Hilfe</translation>
    </message>
    <message>
        <source>load import file architecture</source>
        <translation>laden importieren Datei Architektur</translation>
    </message>
    <message>
        <source>exit close end leave</source>
        <translation>beenden schließen Ende verlassen</translation>
    </message>
</context>
<context>
    <name>app::shell::TopBar</name>
    <message>
        <source>Brea&amp;k something ▾</source>
        <translation>St&amp;örung auslösen ▾</translation>
    </message>
    <message>
        <source>&amp;Monolith</source>
        <translation>&amp;Monolith</translation>
    </message>
    <message>
        <source>Side by si&amp;de</source>
        <translation>Nebenein&amp;ander</translation>
    </message>
    <message>
        <source>M&amp;icroservices</source>
        <translation>Mi&amp;croservices</translation>
    </message>
    <message>
        <source>&amp;Shoppers</source>
        <translation>&amp;Kunden</translation>
    </message>
    <message>
        <source>Shoppers per second on each shape</source>
        <translation>Kunden je Sekunde, in jeder Architektur</translation>
    </message>
    <message>
        <source>Declared: shoppers per second who come to each shape</source>
        <translation>Deklariert: Kunden je Sekunde, die in jede Architektur kommen</translation>
    </message>
    <message>
        <source>%1 / s</source>
        <translation>%1 / s</translation>
    </message>
    <message>
        <source>&amp;View ▾</source>
        <translation>An&amp;sicht ▾</translation>
    </message>
</context>
<context>
    <name>app::shell::Verbs</name>
    <message>
        <source>Crash %1</source>
        <translation>Absturz von %1</translation>
    </message>
    <message>
        <source>Cut off from %1</source>
        <translation>Von %1 trennen</translation>
    </message>
    <message>
        <source>Only %1</source>
        <translation>Nur %1</translation>
    </message>
    <message>
        <source>&amp;Restart</source>
        <translation>&amp;Neustart</translation>
    </message>
    <message>
        <source>Send a re&amp;quest…</source>
        <translation>Anfrage &amp;senden…</translation>
    </message>
    <message>
        <source>Cut off</source>
        <translation>Trennen</translation>
    </message>
    <message>
        <source>Crash</source>
        <translation>Absturz</translation>
    </message>
    <message>
        <source>Slow</source>
        <translation>Langsam</translation>
    </message>
    <message>
        <source>Fail</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Break</source>
        <translation>Stören</translation>
    </message>
    <message>
        <source>only this module · %1</source>
        <translation>nur dieses Modul · %1</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>Einheiten</translation>
    </message>
    <message>
        <source>Send…</source>
        <translation>Senden…</translation>
    </message>
    <message>
        <source>One instance more</source>
        <translation>Eine Instanz mehr</translation>
    </message>
    <message>
        <source>One instance fewer</source>
        <translation>Eine Instanz weniger</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>Neustart</translation>
    </message>
    <message>
        <source>Autoscaler</source>
        <translation>Autoscaler</translation>
    </message>
</context>
<context>
    <name>app::shell::WeakPoints</name>
    <message>
        <source>everything</source>
        <translation>alles</translation>
    </message>
    <message>
        <source>✕ Down: %1</source>
        <translation>✕ Ausfall: %1</translation>
    </message>
    <message>
        <source>◐ Degraded: %1</source>
        <translation>◐ Eingeschränkt: %1</translation>
    </message>
    <message>
        <source>Predicted by the model.</source>
        <translation>Vom Modell vorhergesagt.</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>If only this is lost</source>
        <translation>Wenn nur das verloren geht</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Ausfall</translation>
    </message>
    <message>
        <source>Degraded</source>
        <translation>Eingeschränkt</translation>
    </message>
    <message>
        <source>Attempts lost</source>
        <translation>Versuche verloren</translation>
    </message>
</context>
<context>
    <name>app::tables::QuietTable</name>
    <message>
        <source>sort by the next column</source>
        <translation>nach der nächsten Spalte sortieren</translation>
    </message>
    <message>
        <source>sort by the column before</source>
        <translation>nach der Spalte davor sortieren</translation>
    </message>
    <message>
        <source>the largest first</source>
        <translation>das Größte zuerst</translation>
    </message>
    <message>
        <source>the smallest first</source>
        <translation>das Kleinste zuerst</translation>
    </message>
    <message>
        <source>Sorted by %1, the smallest first</source>
        <translation>Sortiert nach %1, das Kleinste zuerst</translation>
    </message>
    <message>
        <source>Sorted by %1, the largest first</source>
        <translation>Sortiert nach %1, das Größte zuerst</translation>
    </message>
</context>
<context>
    <name>app::traces</name>
    <message>
        <source>The customer</source>
        <translation>Der Kunde</translation>
    </message>
    <message>
        <source>asks %1 to %2</source>
        <translation>bittet %1: %2</translation>
    </message>
    <message>
        <source>%1 hears %2</source>
        <translation>%1 erfährt, %2</translation>
    </message>
    <message>
        <source>%1 works</source>
        <translation>%1 arbeitet</translation>
    </message>
</context>
<context>
    <name>app::traces::ComparisonModel</name>
    <message>
        <source>Piece of both requests</source>
        <translation>Teil beider Anfragen</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Unterschied</translation>
    </message>
    <message>
        <source>Hops: calls over the network</source>
        <translation>Hops: Aufrufe über das Netz</translation>
    </message>
    <message>
        <source>In all</source>
        <translation>Insgesamt</translation>
    </message>
    <message>
        <source>%1: %2 %3, %4 %5, measured</source>
        <translation>%1: %2 %3, %4 %5, gemessen</translation>
    </message>
</context>
<context>
    <name>app::traces::DetailsModel</name>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Endpoint</source>
        <translation>Endpunkt</translation>
    </message>
    <message>
        <source>Span</source>
        <translation>Span</translation>
    </message>
    <message>
        <source>Trace</source>
        <translation>Trace</translation>
    </message>
    <message>
        <source>Instance</source>
        <translation>Instanz</translation>
    </message>
    <message>
        <source>Asked by</source>
        <translation>Gefragt von</translation>
    </message>
    <message>
        <source>Way</source>
        <translation>Weg</translation>
    </message>
    <message>
        <source>a message, through the broker</source>
        <translation>eine Nachricht, durch den Broker</translation>
    </message>
    <message>
        <source>over the network</source>
        <translation>über das Netz</translation>
    </message>
    <message>
        <source>within the unit</source>
        <translation>innerhalb der Einheit</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Began</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>+%1</source>
        <translation>+%1</translation>
    </message>
    <message>
        <source>By itself</source>
        <translation>Selbst</translation>
    </message>
    <message>
        <source>Critical path</source>
        <translation>Kritischer Pfad</translation>
    </message>
    <message>
        <source>%1, %2 % of the wait</source>
        <translation>%1, %2 % der Wartezeit</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Tries</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>Fault</source>
        <translation>Störung</translation>
    </message>
    <message>
        <source>%1: %2, measured</source>
        <translation>%1: %2, gemessen</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>Gemessen</translation>
    </message>
</context>
<context>
    <name>app::traces::DurationHistogram</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>How long requests took</source>
        <translation>Wie lange Anfragen dauerten</translation>
    </message>
    <message>
        <source>all %1</source>
        <translation>alle %1</translation>
    </message>
    <message>
        <source>%1 of %2: %3 to %4</source>
        <translation>%1 von %2: %3 bis %4</translation>
    </message>
    <message>
        <source>Requests by duration, measured; %1</source>
        <translation>Anfragen nach Dauer, gemessen; %1</translation>
    </message>
    <message>
        <source>%1 to %2: %3 served, %4 failed or degraded, measured</source>
        <translation>%1 bis %2: %3 bedient, %4 fehlgeschlagen oder eingeschränkt, gemessen</translation>
    </message>
    <message>
        <source>No request yet</source>
        <translation>Noch keine Anfrage</translation>
    </message>
</context>
<context>
    <name>app::traces::FilterBar</name>
    <message>
        <source>Shape</source>
        <translation>Architektur</translation>
    </message>
    <message>
        <source>What the customer wanted</source>
        <translation>Was der Kunde wollte</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Passed through</source>
        <translation>Kam vorbei an</translation>
    </message>
    <message>
        <source>Hit by a fault</source>
        <translation>Von Störung getroffen</translation>
    </message>
    <message>
        <source>Both shapes</source>
        <translation>Beide Architekturen</translation>
    </message>
    <message>
        <source>Any journey</source>
        <translation>Jede Journey</translation>
    </message>
    <message>
        <source>Any result</source>
        <translation>Jedes Ergebnis</translation>
    </message>
    <message>
        <source>✓ Served</source>
        <translation>✓ Bedient</translation>
    </message>
    <message>
        <source>◐ Degraded</source>
        <translation>◐ Eingeschränkt</translation>
    </message>
    <message>
        <source>✕ Failed</source>
        <translation>✕ Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Through anything</source>
        <translation>Egal wo vorbei</translation>
    </message>
    <message>
        <source>Only requests which an injected fault has slowed, failed or cut off</source>
        <translation>Nur Anfragen, die eine ausgelöste Störung verlangsamt, zum Fehler gebracht oder getrennt hat</translation>
    </message>
    <message>
        <source>%1 of %2 kept</source>
        <translation>%1 von %2 behalten</translation>
    </message>
    <message>
        <source>Of each journey one request every two seconds is kept, evenly, and all that fail; of what is older every second one is forgotten in turn.</source>
        <translation>Von jeder Journey wird alle zwei Sekunden eine Anfrage behalten, gleichmäßig, und alle, die fehlschlagen; von älteren wird der Reihe nach jede zweite vergessen.</translation>
    </message>
</context>
<context>
    <name>app::traces::FollowPage</name>
    <message>
        <source>All requests</source>
        <translation>Alle Anfragen</translation>
    </message>
    <message>
        <source>Back to the list; the picture goes on as before</source>
        <translation>Zurück zur Liste; das Bild läuft weiter wie zuvor</translation>
    </message>
    <message>
        <source>Where it fails</source>
        <translation>Wo es scheitert</translation>
    </message>
    <message>
        <source>To the step at which this request fails</source>
        <translation>Zum Schritt, an dem diese Anfrage scheitert</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>The step before (Left)</source>
        <translation>Der Schritt davor (Links)</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>Tell the story by itself, slowly</source>
        <translation>Die Geschichte von selbst erzählen, langsam</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>The next step (Right)</source>
        <translation>Der nächste Schritt (Rechts)</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>The story as a drawing (SVG), a film (GIF), and a picture of each step (PNG)</source>
        <translation>Die Geschichte als Zeichnung (SVG), als Film (GIF) und als Bild je Schritt (PNG)</translation>
    </message>
    <message>
        <source>%1, step by step</source>
        <translation>%1, Schritt für Schritt</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Step %1 of %2</source>
        <translation>Schritt %1 von %2</translation>
    </message>
    <message>
        <source>In a story: the step before</source>
        <translation>In einer Geschichte: der Schritt davor</translation>
    </message>
    <message>
        <source>In a story: the next step</source>
        <translation>In einer Geschichte: der nächste Schritt</translation>
    </message>
</context>
<context>
    <name>app::traces::Sentences</name>
    <message>
        <source> Then: %1.</source>
        <translation> Dann: %1.</translation>
    </message>
    <message>
        <source> It took %1 tries.</source>
        <translation> Es brauchte %1 Versuche.</translation>
    </message>
    <message>
        <source> A fault in force has struck here: %1.</source>
        <translation> Hier hat eine Störung zugeschlagen: %1.</translation>
    </message>
    <message>
        <source>, next to it in the same box,</source>
        <translation>, nebenan im selben Kasten</translation>
    </message>
    <message>
        <source>%1 asks %2%3 to %4</source>
        <translation>%1 bittet %2%3: %4</translation>
    </message>
    <message>
        <source>%1; %2 takes %3.</source>
        <translation>%1; %2 braucht %3.</translation>
    </message>
    <message>
        <source>%1. %2 fails after %3: %4.</source>
        <translation>%1. %2 schlägt nach %3 fehl: %4.</translation>
    </message>
    <message>
        <source>%1, and gets no good answer within %2: %3.</source>
        <translation>%1 und bekommt innerhalb von %2 keine gute Antwort: %3.</translation>
    </message>
    <message>
        <source>After %1, %2 hears from %3, through %4, %5</source>
        <translation>Nach %1 erfährt %2 von %3 über %4, %5</translation>
    </message>
    <message>
        <source>%1, and fails: %2.</source>
        <translation>%1, und scheitert: %2.</translation>
    </message>
    <message>
        <source>%1 and takes %2; nobody waits for it.</source>
        <translation>%1, und braucht %2; niemand wartet darauf.</translation>
    </message>
    <message>
        <source>%1 is asked to %2</source>
        <translation>%1 soll %2</translation>
    </message>
    <message>
        <source>%1 and fails after %2: %3.</source>
        <translation>%1 und scheitert nach %2: %3.</translation>
    </message>
    <message>
        <source>%1 and takes %2.</source>
        <translation>%1 und braucht %2.</translation>
    </message>
    <message>
        <source> Most of it, %1, it waited before and between its requests.</source>
        <translation> Das meiste davon, %1, wartete es vor und zwischen seinen Anfragen.</translation>
    </message>
    <message>
        <source> Most of it, %1, went by on the way to %2.</source>
        <translation> Das meiste davon, %1, verging auf dem Weg zu %2.</translation>
    </message>
    <message>
        <source> Most of it, %1, was the work of %2 itself.</source>
        <translation> Das meiste davon, %1, war die Arbeit von %2 selbst.</translation>
    </message>
    <message>
        <source>After %1 it has failed: %2.</source>
        <translation>Nach %1 ist es gescheitert: %2.</translation>
    </message>
    <message>
        <source> It is not as it should be: %1.</source>
        <translation> Es ist nicht, wie es sein soll: %1.</translation>
    </message>
    <message>
        <source>After %1 the answer is there.</source>
        <translation>Nach %1 ist die Antwort da.</translation>
    </message>
</context>
<context>
    <name>app::traces::TaleColumn</name>
    <message>
        <source>The request&apos;s story in %1</source>
        <translation>Die Geschichte der Anfrage in %1</translation>
    </message>
    <message>
        <source>%1: no such request was kept yet</source>
        <translation>%1: Noch keine solche Anfrage behalten</translation>
    </message>
    <message>
        <source>%1, measured</source>
        <translation>%1, gemessen</translation>
    </message>
</context>
<context>
    <name>app::traces::TaleModel</name>
    <message>
        <source>%1 after the customer wanted it, measured</source>
        <translation>%1, nachdem der Kunde es wollte, gemessen</translation>
    </message>
    <message>
        <source>✕ Here it goes wrong. </source>
        <translation>✕ Hier geht es schief. </translation>
    </message>
</context>
<context>
    <name>app::traces::Teller</name>
    <message>
        <source>A customer comes: “%1”.</source>
        <translation>Ein Kunde kommt: „%1“.</translation>
    </message>
    <message>
        <source>1 hop over the network</source>
        <translation>1 Hop über das Netz</translation>
    </message>
    <message>
        <source>%1 hops over the network</source>
        <translation>%1 Hops über das Netz</translation>
    </message>
    <message>
        <source>1 box</source>
        <translation>1 Kasten</translation>
    </message>
    <message>
        <source>%1 boxes</source>
        <translation>%1 Kästen</translation>
    </message>
</context>
<context>
    <name>app::traces::TracesModel</name>
    <message>
        <source>✕ failed</source>
        <translation>✕ fehlgeschlagen</translation>
    </message>
    <message>
        <source>◐ degraded</source>
        <translation>◐ eingeschränkt</translation>
    </message>
    <message>
        <source>✓ served</source>
        <translation>✓ bedient</translation>
    </message>
    <message>
        <source>%1 calls were tried again</source>
        <translation>%1 Aufrufe wurden erneut versucht</translation>
    </message>
    <message>
        <source>Only what failed of it was kept: too many requests came to keep all</source>
        <translation>Nur was davon fehlschlug, wurde behalten: Es kamen zu viele Anfragen, um alle zu behalten</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>What the customer wanted</source>
        <translation>Was der Kunde wollte</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>Architektur</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Measured, from the moment the customer wanted it</source>
        <translation>Gemessen, ab dem Moment, in dem der Kunde es wollte</translation>
    </message>
    <message>
        <source>Hops</source>
        <translation>Hops</translation>
    </message>
    <message>
        <source>Measured: requests that crossed the network</source>
        <translation>Gemessen: Anfragen, die über das Netz gingen</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Alter</translation>
    </message>
    <message>
        <source>Measured: since the customer wanted it</source>
        <translation>Gemessen: seit der Kunde es wollte</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Measured; ϟ: a fault in force has touched it</source>
        <translation>Gemessen; ϟ: Eine Störung hat sie berührt</translation>
    </message>
</context>
<context>
    <name>app::traces::TracesPanel</name>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Keep this one, and compare whatever is chosen next with it</source>
        <translation>Diese behalten und mit der vergleichen, die als Nächstes gewählt wird</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Folgen</translation>
    </message>
    <message>
        <source>Tell it step by step, on the picture (Enter)</source>
        <translation>Schritt für Schritt erzählen, auf dem Bild (Eingabe)</translation>
    </message>
    <message>
        <source>Traced requests</source>
        <translation>Verfolgte Anfragen</translation>
    </message>
    <message>
        <source>What was measured of the span</source>
        <translation>Was vom Span gemessen wurde</translation>
    </message>
    <message>
        <source>Two requests, compared</source>
        <translation>Zwei Anfragen im Vergleich</translation>
    </message>
    <message>
        <source>Choose a request</source>
        <translation>Eine Anfrage wählen</translation>
    </message>
    <message>
        <source>The list keeps up with what happens, until you choose something</source>
        <translation>Die Liste hält Schritt mit dem, was geschieht, bis etwas gewählt wird</translation>
    </message>
    <message>
        <source>Stop comparing</source>
        <translation>Vergleich beenden</translation>
    </message>
    <message>
        <source>This request is forgotten already: choose another one</source>
        <translation>Diese Anfrage ist schon vergessen: eine andere wählen</translation>
    </message>
    <message>
        <source>%1: now choose another one to compare with it</source>
        <translation>%1: jetzt eine andere zum Vergleich wählen</translation>
    </message>
    <message>
        <source>%1. Thick: what the answer waited for</source>
        <translation>%1. Dick: worauf die Antwort wartete</translation>
    </message>
    <message>
        <source>%1 (%2) beside %3 (%4)</source>
        <translation>%1 (%2) neben %3 (%4)</translation>
    </message>
    <message>
        <source>No such request has been traced yet: the next one will be followed</source>
        <translation>Noch keine solche Anfrage verfolgt: Der nächsten wird gefolgt</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>Log</translation>
    </message>
    <message>
        <source>What the instances have noted about this request, where the chosen span was</source>
        <translation>Was die Instanzen zu dieser Anfrage notiert haben, dort, wo der gewählte Span war</translation>
    </message>
    <message>
        <source>Nothing is known of this request yet, or no longer</source>
        <translation>Von dieser Anfrage ist noch nichts bekannt, oder nichts mehr</translation>
    </message>
    <message>
        <source>In Traces</source>
        <translation>In „Traces“</translation>
    </message>
</context>
<context>
    <name>app::traces::WaterfallModel</name>
    <message>
        <source>%1 on %2</source>
        <translation>%1 auf %2</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>touched by a fault</source>
        <translation>von einer Störung berührt</translation>
    </message>
    <message>
        <source>%1 on the critical path</source>
        <translation>%1 auf dem kritischen Pfad</translation>
    </message>
</context>
<context>
    <name>app::traces::WaterfallView</name>
    <message>
        <source>Waterfall of the request</source>
        <translation>Wasserfall der Anfrage</translation>
    </message>
</context>
<context>
    <name>app::wording</name>
    <message>
        <source>Delay</source>
        <translation>Verzögerung</translation>
    </message>
    <message>
        <source>Give or take</source>
        <translation>Plus/minus</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>HTTP status</source>
        <translation>HTTP-Status</translation>
    </message>
    <message>
        <source>After each boot</source>
        <translation>Nach jedem Start</translation>
    </message>
    <message>
        <source>Gets through</source>
        <translation>Kommt durch</translation>
    </message>
    <message>
        <source>Leaks</source>
        <translation>Verliert</translation>
    </message>
    <message>
        <source>Killed at</source>
        <translation>Beendet bei</translation>
    </message>
    <message>
        <source>Wrong by</source>
        <translation>Falsch um</translation>
    </message>
    <message>
        <source>Times as many</source>
        <translation>Mal so viele</translation>
    </message>
    <message>
        <source>Repeats</source>
        <translation>Wiederholungen</translation>
    </message>
    <message>
        <source>crashed</source>
        <translation>abgestürzt</translation>
    </message>
    <message>
        <source>crashes again and again</source>
        <translation>stürzt immer wieder ab</translation>
    </message>
    <message>
        <source>frozen</source>
        <translation>eingefroren</translation>
    </message>
    <message>
        <source>refuses connections</source>
        <translation>lehnt Verbindungen ab</translation>
    </message>
    <message>
        <source>breaks off answers</source>
        <translation>bricht Antworten ab</translation>
    </message>
    <message>
        <source>leaks memory</source>
        <translation>verliert Speicher</translation>
    </message>
    <message>
        <source>processor %1 busy</source>
        <translation>Prozessor %1 belegt</translation>
    </message>
    <message>
        <source>wrong clock</source>
        <translation>falsche Uhr</translation>
    </message>
    <message>
        <source>badly configured</source>
        <translation>falsch konfiguriert</translation>
    </message>
    <message>
        <source>hangs, %1</source>
        <translation>hängt, %1</translation>
    </message>
    <message>
        <source>hangs</source>
        <translation>hängt</translation>
    </message>
    <message>
        <source>slow +%1</source>
        <translation>langsam +%1</translation>
    </message>
    <message>
        <source>slow ±%1</source>
        <translation>langsam ±%1</translation>
    </message>
    <message>
        <source>%1 slow +%2</source>
        <translation>%1 langsam +%2</translation>
    </message>
    <message>
        <source>%1 errors</source>
        <translation>%1 Fehler</translation>
    </message>
    <message>
        <source>errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>cut off from %1</source>
        <translation>getrennt von %1</translation>
    </message>
    <message>
        <source>slow line to %1</source>
        <translation>langsame Leitung zu %1</translation>
    </message>
    <message>
        <source>lossy line to %1</source>
        <translation>verlustreiche Leitung zu %1</translation>
    </message>
    <message>
        <source>narrow line to %1</source>
        <translation>enge Leitung zu %1</translation>
    </message>
    <message>
        <source>database locked</source>
        <translation>Datenbank gesperrt</translation>
    </message>
    <message>
        <source>disk full</source>
        <translation>Platte voll</translation>
    </message>
    <message>
        <source>database slow</source>
        <translation>Datenbank langsam</translation>
    </message>
    <message>
        <source>database lost</source>
        <translation>Datenbank verloren</translation>
    </message>
    <message>
        <source>database damaged</source>
        <translation>Datenbank beschädigt</translation>
    </message>
    <message>
        <source>broker down</source>
        <translation>Broker ausgefallen</translation>
    </message>
    <message>
        <source>broker slow +%1</source>
        <translation>Broker langsam +%1</translation>
    </message>
    <message>
        <source>poisoned queue</source>
        <translation>vergiftete Warteschlange</translation>
    </message>
    <message>
        <source>rush</source>
        <translation>Ansturm</translation>
    </message>
    <message>
        <source>impatient</source>
        <translation>ungeduldig</translation>
    </message>
    <message>
        <source>crashed</source>
        <comment>briefly</comment>
        <translation>Absturz</translation>
    </message>
    <message>
        <source>crash loop</source>
        <translation>Crashschleife</translation>
    </message>
    <message>
        <source>refuses calls</source>
        <translation>lehnt ab</translation>
    </message>
    <message>
        <source>breaks off</source>
        <translation>bricht ab</translation>
    </message>
    <message>
        <source>memory leak</source>
        <translation>Speicherleck</translation>
    </message>
    <message>
        <source>CPU %1</source>
        <translation>CPU %1</translation>
    </message>
    <message>
        <source>bad set-up</source>
        <translation>Konfig falsch</translation>
    </message>
    <message>
        <source>slow</source>
        <translation>langsam</translation>
    </message>
    <message>
        <source>cut off</source>
        <translation>getrennt</translation>
    </message>
    <message>
        <source>slow line</source>
        <translation>träge Leitung</translation>
    </message>
    <message>
        <source>lossy line</source>
        <translation>Paketverlust</translation>
    </message>
    <message>
        <source>narrow line</source>
        <translation>enge Leitung</translation>
    </message>
    <message>
        <source>DB locked</source>
        <translation>DB gesperrt</translation>
    </message>
    <message>
        <source>DB slow</source>
        <translation>DB langsam</translation>
    </message>
    <message>
        <source>DB lost</source>
        <translation>DB verloren</translation>
    </message>
    <message>
        <source>DB damaged</source>
        <translation>DB defekt</translation>
    </message>
    <message>
        <source>poisoned</source>
        <translation>vergiftet</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%L1 ms</source>
        <translation>%L1 ms</translation>
    </message>
    <message>
        <source>%L1 /s</source>
        <translation>%L1 /s</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>startet</translation>
    </message>
    <message>
        <source>healthy</source>
        <translation>gesund</translation>
    </message>
    <message>
        <source>does not answer</source>
        <translation>antwortet nicht</translation>
    </message>
    <message>
        <source>finishing its work</source>
        <translation>arbeitet zu Ende</translation>
    </message>
    <message>
        <source>could not start</source>
        <translation>nicht gestartet</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>gestoppt</translation>
    </message>
    <message>
        <source>silent</source>
        <translation>schweigt</translation>
    </message>
    <message>
        <source>ending</source>
        <translation>endet</translation>
    </message>
    <message>
        <source>no start</source>
        <translation>Fehlstart</translation>
    </message>
    <message>
        <source>working</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>degraded</source>
        <translation>eingeschränkt</translation>
    </message>
    <message>
        <source>down</source>
        <translation>ausgefallen</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>setting stock aside</source>
        <translation>Ware wird zurückgelegt</translation>
    </message>
    <message>
        <source>charging the card</source>
        <translation>Karte wird belastet</translation>
    </message>
    <message>
        <source>paid, taking the stock</source>
        <translation>bezahlt, Ware wird entnommen</translation>
    </message>
    <message>
        <source>paid, about to be confirmed</source>
        <translation>bezahlt, gleich bestätigt</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>bestätigt</translation>
    </message>
    <message>
        <source>being undone</source>
        <translation>wird rückgängig gemacht</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>undone</source>
        <translation>rückgängig gemacht</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Usual</source>
        <translation>Übliche</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Of their own</source>
        <translation>Eigene</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%1 in %2</translation>
    </message>
    <message>
        <source>%L1 s</source>
        <translation>%L1 s</translation>
    </message>
</context>
<context>
    <name>model::analysis</name>
    <message>
        <source>%1 makes as many calls at once as it can</source>
        <translation>%1 macht so viele Aufrufe zugleich, wie es kann</translation>
    </message>
    <message>
        <source>the breaker to %1 is open</source>
        <translation>der Circuit Breaker zu %1 ist offen</translation>
    </message>
    <message>
        <source>the bulkhead to %1 is full</source>
        <translation>das Bulkhead zu %1 ist voll</translation>
    </message>
    <message>
        <source>an earlier answer of %1 stands in</source>
        <translation>eine frühere Antwort von %1 springt ein</translation>
    </message>
    <message>
        <source>requests that never end hold all %1 places of %2 after %3</source>
        <translation>Anfragen, die nie enden, belegen nach %3 alle %1 Plätze von %2</translation>
    </message>
    <message>
        <source>requests that never end hold all %1 connections of %2 after %3</source>
        <translation>Anfragen, die nie enden, belegen nach %3 alle %1 Verbindungen von %2</translation>
    </message>
    <message>
        <source>%1 customers wait already, and no more can come</source>
        <translation>%1 Kunden warten schon, und mehr können nicht kommen</translation>
    </message>
    <message>
        <source>%1 are not served in full: %2</source>
        <translation>%1 werden nicht vollständig bedient: %2</translation>
    </message>
    <message>
        <source>slower, but in time: %1</source>
        <translation>langsamer, aber rechtzeitig: %1</translation>
    </message>
    <message>
        <source>needs nothing that is in trouble</source>
        <translation>braucht nichts, was gestört ist</translation>
    </message>
    <message>
        <source>%1 has more requests than its %2 places</source>
        <translation>%1 hat mehr Anfragen als seine %2 Plätze</translation>
    </message>
    <message>
        <source>all workers of %1 are busy and its queue is full</source>
        <translation>alle Worker von %1 sind beschäftigt und die Warteschlange ist voll</translation>
    </message>
    <message>
        <source>%1 needs %2</source>
        <translation>%1 braucht %2</translation>
    </message>
    <message>
        <source>%1 does without %2 (%3)</source>
        <translation>%1 kommt ohne %2 aus (%3)</translation>
    </message>
    <message>
        <source> and waits for ever</source>
        <translation> und wartet ewig</translation>
    </message>
    <message>
        <source>what is waited for comes late</source>
        <translation>worauf gewartet wird, kommt verspätet</translation>
    </message>
    <message>
        <source>what is waited for does not come in time</source>
        <translation>worauf gewartet wird, kommt nicht rechtzeitig</translation>
    </message>
    <message>
        <source>%1 handles %2 of the %3 messages which come in a second, and the others wait</source>
        <translation>%1 verarbeitet %2 der %3 Nachrichten, die je Sekunde kommen, und die anderen warten</translation>
    </message>
    <message>
        <source>sessions are signed with a wrong date</source>
        <translation>Sitzungen sind mit einem falschen Datum signiert</translation>
    </message>
    <message>
        <source>no instance of %1 runs</source>
        <translation>keine Instanz von %1 läuft</translation>
    </message>
    <message>
        <source>%1, which is that of all of %2</source>
        <translation>%1 – das gilt für ganz %2</translation>
    </message>
    <message>
        <source>%1, and all of %2 with it</source>
        <translation>%1 und reißt ganz %2 mit</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
</context>
<context>
    <name>model::operation::faults</name>
    <message>
        <source>instance %1 of %2</source>
        <translation>Instanz %1 von %2</translation>
    </message>
    <message>
        <source> in %1 of its requests</source>
        <translation> bei %1 der Anfragen</translation>
    </message>
    <message>
        <source>%1 of </source>
        <translation> (%1)</translation>
    </message>
    <message>
        <source>Crash</source>
        <translation>Absturz</translation>
    </message>
    <message>
        <source>{who} has crashed</source>
        <translation>{who} ist abgestürzt</translation>
    </message>
    <message>
        <source>The program ends in the middle of everything. Open connections break, work under way is lost; what was saved stays.</source>
        <translation>Das Programm endet mitten in allem. Offene Verbindungen brechen ab, laufende Arbeit ist verloren; was gespeichert war, bleibt.</translation>
    </message>
    <message>
        <source>It boots again.</source>
        <translation>Es startet neu.</translation>
    </message>
    <message>
        <source>Crash again and again</source>
        <translation>Absturzschleife</translation>
    </message>
    <message>
        <source>{who} crashes again and again, {after} after each boot</source>
        <translation>{who} stürzt immer wieder ab, {after} nach jedem Start</translation>
    </message>
    <message>
        <source>It boots, runs for a moment and crashes, for ever.</source>
        <translation>Es startet, läuft einen Moment und stürzt ab, endlos.</translation>
    </message>
    <message>
        <source>It stays up.</source>
        <translation>Es bleibt am Laufen.</translation>
    </message>
    <message>
        <source>Freeze</source>
        <translation>Einfrieren</translation>
    </message>
    <message>
        <source>{who} stands still</source>
        <translation>{who} steht still</translation>
    </message>
    <message>
        <source>The whole program stands still: connections are accepted, nothing is ever answered, not even the question whether it is well.</source>
        <translation>Das ganze Programm steht still: Verbindungen werden angenommen, nichts wird je beantwortet, nicht einmal die Frage, ob es ihm gut geht.</translation>
    </message>
    <message>
        <source>It goes on where it stood.</source>
        <translation>Es macht weiter, wo es stand.</translation>
    </message>
    <message>
        <source>Refuse connections</source>
        <translation>Verbindungen ablehnen</translation>
    </message>
    <message>
        <source>{who} refuses connections</source>
        <translation>{who} lehnt Verbindungen ab</translation>
    </message>
    <message>
        <source>Nobody can connect; who is connected gets one more answer.</source>
        <translation>Niemand kann sich verbinden; wer verbunden ist, bekommt noch eine Antwort.</translation>
    </message>
    <message>
        <source>Connections are accepted again.</source>
        <translation>Verbindungen werden wieder angenommen.</translation>
    </message>
    <message>
        <source>Break off answers</source>
        <translation>Antworten abbrechen</translation>
    </message>
    <message>
        <source>{who} breaks off {share}its answers</source>
        <translation>{who} bricht Antworten ab{share}</translation>
    </message>
    <message>
        <source>The work is done, but the connection breaks while the answer is on its way: the caller cannot know whether it was done.</source>
        <translation>Die Arbeit ist getan, aber die Verbindung bricht während der Antwort ab: Der Aufrufer kann nicht wissen, ob sie getan wurde.</translation>
    </message>
    <message>
        <source>Answers arrive whole.</source>
        <translation>Antworten kommen vollständig an.</translation>
    </message>
    <message>
        <source>Leak memory</source>
        <translation>Speicher verlieren</translation>
    </message>
    <message>
        <source>{who} leaks {leak} until it is killed at {limit}</source>
        <translation>{who} verliert {leak} Speicher, bis es bei {limit} beendet wird</translation>
    </message>
    <message>
        <source>It takes more and more memory and never gives any back; at its limit it is killed, boots, and leaks again.</source>
        <translation>Es nimmt immer mehr Speicher und gibt keinen zurück; an seiner Grenze wird es beendet, startet und verliert wieder Speicher.</translation>
    </message>
    <message>
        <source>The memory is given back and no more is taken.</source>
        <translation>Der Speicher ist zurück, und es geht keiner mehr verloren.</translation>
    </message>
    <message>
        <source>Burn the processor</source>
        <translation>Prozessor belegen</translation>
    </message>
    <message>
        <source>something useless takes {share}the processor of {who}</source>
        <translation>etwas Nutzloses belegt den Prozessor von {who}{share}</translation>
    </message>
    <message>
        <source>Something useless keeps its processor busy, so that real work has to wait.</source>
        <translation>Etwas Nutzloses hält den Prozessor beschäftigt, sodass echte Arbeit warten muss.</translation>
    </message>
    <message>
        <source>The processor is free again.</source>
        <translation>Der Prozessor ist wieder frei.</translation>
    </message>
    <message>
        <source>Wrong clock</source>
        <translation>Falsche Uhr</translation>
    </message>
    <message>
        <source>the clock of {who} is wrong by {skew}</source>
        <translation>die Uhr von {who} geht um {skew} falsch</translation>
    </message>
    <message>
        <source>Its calendar is wrong: what has expired seems fresh, or the other way round.</source>
        <translation>Der Kalender ist falsch: Was abgelaufen ist, scheint frisch, oder umgekehrt.</translation>
    </message>
    <message>
        <source>The clock is right again.</source>
        <translation>Die Uhr geht wieder richtig.</translation>
    </message>
    <message>
        <source>Bad configuration</source>
        <translation>Falsche Konfiguration</translation>
    </message>
    <message>
        <source>{who} has a bad configuration and is never ready</source>
        <translation>{who} ist falsch konfiguriert und wird nie bereit</translation>
    </message>
    <message>
        <source>It restarts with a wrong setting and is never ready for work.</source>
        <translation>Es startet mit einer falschen Einstellung neu und wird nie arbeitsbereit.</translation>
    </message>
    <message>
        <source>It boots with the right setting.</source>
        <translation>Es startet mit der richtigen Einstellung.</translation>
    </message>
    <message>
        <source>Hang</source>
        <translation>Hängen</translation>
    </message>
    <message>
        <source>{who} hangs{inShare}</source>
        <translation>{who} hängt{inShare}</translation>
    </message>
    <message>
        <source>Requests to this capability are accepted and never answered; whoever waits without a timeout waits for ever.</source>
        <translation>Anfragen an diese Fähigkeit werden angenommen und nie beantwortet; wer ohne Timeout wartet, wartet ewig.</translation>
    </message>
    <message>
        <source>What waits is answered.</source>
        <translation>Was wartet, wird beantwortet.</translation>
    </message>
    <message>
        <source>Slow</source>
        <translation>Langsam</translation>
    </message>
    <message>
        <source>{who} answers {delay} later</source>
        <translation>{who} antwortet {delay} später</translation>
    </message>
    <message>
        <source>Each request to this capability takes so much longer.</source>
        <translation>Jede Anfrage an diese Fähigkeit dauert um so viel länger.</translation>
    </message>
    <message>
        <source>It is as quick as before.</source>
        <translation>Es ist so schnell wie zuvor.</translation>
    </message>
    <message>
        <source>Slow, now more, now less</source>
        <translation>Langsam, mal mehr, mal weniger</translation>
    </message>
    <message>
        <source>{who} answers {delay} later, give or take {jitter}</source>
        <translation>{who} antwortet {delay} später, plus/minus {jitter}</translation>
    </message>
    <message>
        <source>Each request takes longer by an amount that varies around the middle.</source>
        <translation>Jede Anfrage dauert länger, um einen Betrag, der um die Mitte schwankt.</translation>
    </message>
    <message>
        <source>A few requests are very slow</source>
        <translation>Wenige sehr langsam</translation>
    </message>
    <message>
        <source>{who} answers {delay} later{inShare}</source>
        <translation>{who} antwortet {delay} später{inShare}</translation>
    </message>
    <message>
        <source>Most requests are quick; a few take very long. The average hides it, the p99 does not.</source>
        <translation>Die meisten Anfragen sind schnell; wenige dauern sehr lange. Der Durchschnitt verbirgt es, das p99 nicht.</translation>
    </message>
    <message>
        <source>All are quick again.</source>
        <translation>Alle sind wieder schnell.</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>{who} fails{inShare} with status {status}</source>
        <translation>{who} schlägt{inShare} mit Status {status} fehl</translation>
    </message>
    <message>
        <source>A bug: requests to this capability fail with an error. The rest of the program is well.</source>
        <translation>Ein Bug: Anfragen an diese Fähigkeit enden mit einem Fehler. Dem Rest des Programms geht es gut.</translation>
    </message>
    <message>
        <source>The bug is gone.</source>
        <translation>Der Bug ist behoben.</translation>
    </message>
    <message>
        <source>Cut off, both ways</source>
        <translation>Getrennt, beide Richtungen</translation>
    </message>
    <message>
        <source>{who} is cut off from {callee}</source>
        <translation>{who} ist von {callee} getrennt</translation>
    </message>
    <message>
        <source>Nothing gets through between the two, in either direction; open connections go silent.</source>
        <translation>Nichts kommt zwischen den beiden durch, in keiner Richtung; offene Verbindungen verstummen.</translation>
    </message>
    <message>
        <source>The line is up again.</source>
        <translation>Die Leitung steht wieder.</translation>
    </message>
    <message>
        <source>Cut off: requests are lost</source>
        <translation>Getrennt: Anfragen gehen verloren</translation>
    </message>
    <message>
        <source>what {who} asks {callee} is lost on its way</source>
        <translation>was {who} bei {callee} anfragt, geht unterwegs verloren</translation>
    </message>
    <message>
        <source>What the caller sends never arrives.</source>
        <translation>Was der Aufrufer sendet, kommt nie an.</translation>
    </message>
    <message>
        <source>Cut off: answers are lost</source>
        <translation>Getrennt: Antworten gehen verloren</translation>
    </message>
    <message>
        <source>what {callee} answers {who} is lost on its way</source>
        <translation>was {callee} an {who} antwortet, geht unterwegs verloren</translation>
    </message>
    <message>
        <source>Requests arrive and are acted on, but the answer never comes back.</source>
        <translation>Anfragen kommen an und werden ausgeführt, aber die Antwort kommt nie zurück.</translation>
    </message>
    <message>
        <source>Slow line</source>
        <translation>Langsame Leitung</translation>
    </message>
    <message>
        <source>the line from {who} to {callee} takes {delay} longer</source>
        <translation>die Leitung von {who} zu {callee} braucht {delay} länger</translation>
    </message>
    <message>
        <source>Each request between the two takes so much longer on its way.</source>
        <translation>Jede Anfrage zwischen den beiden braucht unterwegs um so viel länger.</translation>
    </message>
    <message>
        <source>The line is quick again.</source>
        <translation>Die Leitung ist wieder schnell.</translation>
    </message>
    <message>
        <source>Lossy line</source>
        <translation>Verlustreiche Leitung</translation>
    </message>
    <message>
        <source>the line from {who} to {callee} loses {share}what it carries</source>
        <translation>die Leitung von {who} zu {callee} verliert, was sie überträgt{share}</translation>
    </message>
    <message>
        <source>A share of what is sent is lost and must be sent again by the network, which takes time: 200 ms, then 400 ms, and so on.</source>
        <translation>Ein Teil des Gesendeten geht verloren, und das Netz muss es erneut senden, was Zeit kostet: 200 ms, dann 400 ms und so weiter.</translation>
    </message>
    <message>
        <source>Nothing is lost any more.</source>
        <translation>Nichts geht mehr verloren.</translation>
    </message>
    <message>
        <source>Narrow line</source>
        <translation>Enge Leitung</translation>
    </message>
    <message>
        <source>the line from {who} to {callee} carries only {bandwidth}</source>
        <translation>die Leitung von {who} zu {callee} überträgt nur {bandwidth}</translation>
    </message>
    <message>
        <source>Only so many bytes a second get through: the larger an answer, the longer it takes.</source>
        <translation>Nur so viele Bytes je Sekunde kommen durch: Je größer eine Antwort, desto länger dauert sie.</translation>
    </message>
    <message>
        <source>The line is wide again.</source>
        <translation>Die Leitung ist wieder breit.</translation>
    </message>
    <message>
        <source>Database locked</source>
        <translation>Datenbank gesperrt</translation>
    </message>
    <message>
        <source>the database of {who} is locked</source>
        <translation>die Datenbank von {who} ist gesperrt</translation>
    </message>
    <message>
        <source>Somebody else holds the database; reading works, every change has to wait and fails.</source>
        <translation>Jemand anderes hält die Datenbank; Lesen geht, jede Änderung muss warten und schlägt fehl.</translation>
    </message>
    <message>
        <source>The lock is released.</source>
        <translation>Die Sperre ist aufgehoben.</translation>
    </message>
    <message>
        <source>Disk full</source>
        <translation>Platte voll</translation>
    </message>
    <message>
        <source>the disk of the database of {who} is full</source>
        <translation>die Platte der Datenbank von {who} ist voll</translation>
    </message>
    <message>
        <source>Nothing more can be saved; reading works.</source>
        <translation>Nichts kann mehr gespeichert werden; Lesen geht.</translation>
    </message>
    <message>
        <source>There is room again.</source>
        <translation>Es ist wieder Platz.</translation>
    </message>
    <message>
        <source>Slow database</source>
        <translation>Langsame Datenbank</translation>
    </message>
    <message>
        <source>the database of {who} takes {delay} longer</source>
        <translation>die Datenbank von {who} braucht {delay} länger</translation>
    </message>
    <message>
        <source>Each access to the database takes so much longer.</source>
        <translation>Jeder Zugriff auf die Datenbank dauert um so viel länger.</translation>
    </message>
    <message>
        <source>The database is as quick as before.</source>
        <translation>Die Datenbank ist so schnell wie zuvor.</translation>
    </message>
    <message>
        <source>Database lost</source>
        <translation>Datenbank verloren</translation>
    </message>
    <message>
        <source>the database of {who} is lost</source>
        <translation>die Datenbank von {who} ist verloren</translation>
    </message>
    <message>
        <source>The database cannot be reached: everything that reads or saves fails.</source>
        <translation>Die Datenbank ist nicht erreichbar: Alles, was liest oder speichert, schlägt fehl.</translation>
    </message>
    <message>
        <source>The database is back, with all that was in it.</source>
        <translation>Die Datenbank ist zurück, mit allem, was darin war.</translation>
    </message>
    <message>
        <source>Database damaged</source>
        <translation>Datenbank beschädigt</translation>
    </message>
    <message>
        <source>the database of {who} is damaged</source>
        <translation>die Datenbank von {who} ist beschädigt</translation>
    </message>
    <message>
        <source>The database&apos;s file is damaged: everything that reads or saves fails.</source>
        <translation>Die Datei der Datenbank ist beschädigt: Alles, was liest oder speichert, schlägt fehl.</translation>
    </message>
    <message>
        <source>A copy from before the damage is restored.</source>
        <translation>Eine Kopie von vor dem Schaden wird eingespielt.</translation>
    </message>
    <message>
        <source>Message broker down</source>
        <translation>Broker ausgefallen</translation>
    </message>
    <message>
        <source>the message broker is down</source>
        <translation>der Message Broker ist ausgefallen</translation>
    </message>
    <message>
        <source>No message is taken or delivered; what is to be sent waits with its sender.</source>
        <translation>Keine Nachricht wird angenommen oder zugestellt; was zu senden ist, wartet beim Absender.</translation>
    </message>
    <message>
        <source>The broker is up, and what waited is delivered.</source>
        <translation>Der Broker läuft, und was wartete, wird zugestellt.</translation>
    </message>
    <message>
        <source>Slow message broker</source>
        <translation>Langsamer Broker</translation>
    </message>
    <message>
        <source>the message broker delivers {delay} later</source>
        <translation>der Message Broker stellt {delay} später zu</translation>
    </message>
    <message>
        <source>Each message is delivered so much later.</source>
        <translation>Jede Nachricht wird um so viel später zugestellt.</translation>
    </message>
    <message>
        <source>Messages are quick again.</source>
        <translation>Nachrichten sind wieder schnell.</translation>
    </message>
    <message>
        <source>Poisoned queue</source>
        <translation>Giftige Nachricht</translation>
    </message>
    <message>
        <source>{who} gets a message of {topic} that it can never handle</source>
        <translation>{who} bekommt eine Nachricht von {topic}, die es nie verarbeiten kann</translation>
    </message>
    <message>
        <source>A message that can never be handled arrives: it is tried some times and set aside.</source>
        <translation>Eine Nachricht kommt an, die nie verarbeitet werden kann: Sie wird einige Male versucht und ausgesondert.</translation>
    </message>
    <message>
        <source>No more poison is added; what was set aside stays there.</source>
        <translation>Es kommt kein Gift mehr dazu; was ausgesondert ist, bleibt dort.</translation>
    </message>
    <message>
        <source>Rush of customers</source>
        <translation>Ansturm von Kunden</translation>
    </message>
    <message>
        <source>{factor} times as many customers come</source>
        <translation>{factor}-mal so viele Kunden kommen</translation>
    </message>
    <message>
        <source>So many times more customers come than before.</source>
        <translation>So viel mehr Kunden kommen als zuvor.</translation>
    </message>
    <message>
        <source>As many come as before.</source>
        <translation>Es kommen so viele wie zuvor.</translation>
    </message>
    <message>
        <source>Impatient customers</source>
        <translation>Ungeduldige Kunden</translation>
    </message>
    <message>
        <source>customers try {repeats} more times at once when something fails</source>
        <translation>Kunden versuchen es sofort {repeats}-mal mehr, wenn etwas fehlschlägt</translation>
    </message>
    <message>
        <source>Customers press the button again and again when something fails, at once: trouble brings more load, and more load more trouble.</source>
        <translation>Kunden drücken sofort immer wieder auf den Knopf, wenn etwas fehlschlägt: Ärger bringt mehr Last, und mehr Last mehr Ärger.</translation>
    </message>
    <message>
        <source>Customers are patient again.</source>
        <translation>Die Kunden sind wieder geduldig.</translation>
    </message>
</context>
<context>
    <name>model::operation::policies</name>
    <message>
        <source>no policies</source>
        <translation>keine Regeln</translation>
    </message>
    <message>
        <source>the usual policies</source>
        <translation>die üblichen Regeln</translation>
    </message>
    <message>
        <source>all policies</source>
        <translation>alle Regeln</translation>
    </message>
    <message>
        <source>policies of its own</source>
        <translation>eigene Regeln</translation>
    </message>
    <message>
        <source>%1 for %2 -&gt; %3</source>
        <translation>%1 für %2 -&gt; %3</translation>
    </message>
    <message>
        <source>%1 for %2</source>
        <translation>%1 für %2</translation>
    </message>
    <message>
        <source>%1 for the instances of %2</source>
        <translation>%1 für die Instanzen von %2</translation>
    </message>
</context>
<context>
    <name>model::operation::safeguards</name>
    <message>
        <source>Outbox</source>
        <translation>Outbox</translation>
    </message>
    <message>
        <source>What others must hear of is saved together with the change itself, and sent from there until it has arrived.</source>
        <translation>Was andere erfahren müssen, wird zusammen mit der Änderung selbst gespeichert und von dort gesendet, bis es angekommen ist.</translation>
    </message>
    <message>
        <source>The message is sent once, after the change was saved. A crash in between, or a broker that is away, and nobody ever hears of it.</source>
        <translation>Die Nachricht wird einmal gesendet, nachdem die Änderung gespeichert ist. Ein Absturz dazwischen oder ein Broker, der weg ist, und niemand erfährt je davon.</translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation>Inbox</translation>
    </message>
    <message>
        <source>Whoever gets a message remembers it, and does nothing when it comes again.</source>
        <translation>Wer eine Nachricht bekommt, merkt sie sich und tut nichts, wenn sie noch einmal kommt.</translation>
    </message>
    <message>
        <source>A message that comes again, as it does after a crash, is acted on again: two parcels, two mails.</source>
        <translation>Auf eine Nachricht, die noch einmal kommt, etwa nach einem Absturz, wird noch einmal reagiert: zwei Pakete, zwei Mails.</translation>
    </message>
    <message>
        <source>Idempotency keys</source>
        <translation>Idempotenzschlüssel</translation>
    </message>
    <message>
        <source>Each wish to charge a card or to set stock aside has a name. Said again, because the answer was lost, it gets the same answer and changes nothing.</source>
        <translation>Jeder Wunsch, eine Karte zu belasten oder Ware zurückzulegen, hat einen Namen. Wird er wiederholt, weil die Antwort verloren ging, bekommt er dieselbe Antwort und ändert nichts.</translation>
    </message>
    <message>
        <source>Compensation</source>
        <translation>Kompensation</translation>
    </message>
    <message>
        <source>When an order does not come about, its stock goes back on the shelf and its money to the customer.</source>
        <translation>Kommt eine Bestellung nicht zustande, geht ihre Ware zurück ins Regal und das Geld an den Kunden.</translation>
    </message>
    <message>
        <source>An order that does not come about is forgotten as it stands: its stock stays set aside, its money stays here.</source>
        <translation>Eine Bestellung, die nicht zustande kommt, wird vergessen, wie sie ist: Ihre Ware bleibt zurückgelegt, ihr Geld bleibt hier.</translation>
    </message>
    <message>
        <source>The saga&apos;s log</source>
        <translation>Das Log der Saga</translation>
    </message>
    <message>
        <source>Each step of an order is written down before the next one is taken, so that after a crash somebody can go on, or undo it.</source>
        <translation>Jeder Schritt einer Bestellung wird aufgeschrieben, bevor der nächste folgt, sodass nach einem Absturz jemand weitermachen oder ihn rückgängig machen kann.</translation>
    </message>
    <message>
        <source>An order is written down only when it is finished. After a crash nobody knows of it, though its stock is set aside and its card may be charged.</source>
        <translation>Eine Bestellung wird erst aufgeschrieben, wenn sie fertig ist. Nach einem Absturz weiß niemand von ihr, obwohl ihre Ware zurückgelegt und ihre Karte vielleicht belastet ist.</translation>
    </message>
    <message>
        <source>A wish that is said again because the answer was lost is fulfilled again: the customer pays twice. Answers get lost between units only: inside one program, as in the monolith, nothing has to be said again, and nobody sees a difference.</source>
        <translation>Ein Wunsch, der wiederholt wird, weil die Antwort verloren ging, wird noch einmal erfüllt: Der Kunde zahlt doppelt. Antworten gehen nur zwischen Einheiten verloren: Innerhalb eines Programms, wie im Monolithen, muss nichts wiederholt werden, und niemand sieht einen Unterschied.</translation>
    </message>
</context>
<context>
    <name>services</name>
    <message>
        <source>The time for this request is over</source>
        <translation>Die Zeit für diese Anfrage ist abgelaufen</translation>
    </message>
    <message>
        <source>No answer in time</source>
        <translation>Keine rechtzeitige Antwort</translation>
    </message>
    <message>
        <source>No answer in time: %1</source>
        <translation>Keine rechtzeitige Antwort: %1</translation>
    </message>
    <message>
        <source>The instance has stopped</source>
        <translation>Die Instanz ist beendet</translation>
    </message>
    <message>
        <source>Abandoned before it was answered</source>
        <translation>Aufgegeben, bevor eine Antwort kam</translation>
    </message>
    <message>
        <source>%1 did not answer in time</source>
        <translation>%1 hat nicht rechtzeitig geantwortet</translation>
    </message>
    <message>
        <source>127.0.0.1:%1 did not answer in time</source>
        <translation>127.0.0.1:%1 hat nicht rechtzeitig geantwortet</translation>
    </message>
    <message>
        <source>%1 is not there: the connection was refused</source>
        <translation>%1 ist nicht da: Die Verbindung wurde abgelehnt</translation>
    </message>
    <message>
        <source>%1 broke the connection off</source>
        <translation>%1 hat die Verbindung abgebrochen</translation>
    </message>
    <message>
        <source>127.0.0.1:%1 broke the connection off</source>
        <translation>127.0.0.1:%1 hat die Verbindung abgebrochen</translation>
    </message>
    <message>
        <source>127.0.0.1:%1 answered with something else than HTTP: %2</source>
        <translation>127.0.0.1:%1 hat etwas anderes als HTTP geantwortet: %2</translation>
    </message>
    <message>
        <source>The client has stopped</source>
        <translation>Der Aufrufer ist beendet</translation>
    </message>
    <message>
        <source>More than %1 calls at once</source>
        <translation>Mehr als %1 Aufrufe zugleich</translation>
    </message>
    <message>
        <source>Nothing listens at 127.0.0.1:%1</source>
        <translation>An 127.0.0.1:%1 hört niemand zu</translation>
    </message>
    <message>
        <source>%1 does not take this method, only: %2</source>
        <translation>%1 nimmt diese Methode nicht an, nur: %2</translation>
    </message>
    <message>
        <source>There is nothing at %1</source>
        <translation>Unter %1 gibt es nichts</translation>
    </message>
    <message>
        <source>No instance of %1 can take a request now</source>
        <translation>Keine Instanz von %1 kann jetzt eine Anfrage annehmen</translation>
    </message>
    <message>
        <source>No instance of %1 can take requests</source>
        <translation>Keine Instanz von %1 kann Anfragen annehmen</translation>
    </message>
    <message>
        <source>No instance of %1 runs</source>
        <translation>Keine Instanz von %1 läuft</translation>
    </message>
    <message>
        <source>No socket is left: %1</source>
        <translation>Kein Socket ist mehr frei: %1</translation>
    </message>
    <message>
        <source>No local port is left</source>
        <translation>Kein lokaler Port ist mehr frei</translation>
    </message>
    <message>
        <source>There was no time left to ask 127.0.0.1:%1</source>
        <translation>Für eine Anfrage an 127.0.0.1:%1 war keine Zeit mehr</translation>
    </message>
    <message>
        <source>Port %1 is taken by another program; choose another one</source>
        <translation>Port %1 gehört einem anderen Programm; einen anderen wählen</translation>
    </message>
    <message>
        <source>Cannot listen at port %1: %2</source>
        <translation>An Port %1 kann nicht zugehört werden: %2</translation>
    </message>
    <message>
        <source>Cannot listen at any port: %1</source>
        <translation>An keinem Port kann zugehört werden: %1</translation>
    </message>
    <message>
        <source>The answer had status %1</source>
        <translation>Die Antwort hatte den Status %1</translation>
    </message>
    <message>
        <source>The query is malformed</source>
        <translation>Die Abfrage in der Adresse ist fehlerhaft</translation>
    </message>
    <message>
        <source>The deadline must be a number of milliseconds</source>
        <translation>Die Frist muss eine Zahl von Millisekunden sein</translation>
    </message>
    <message>
        <source>A % must be followed by two hexadecimal digits</source>
        <translation>Auf % müssen zwei hexadezimale Ziffern folgen</translation>
    </message>
    <message>
        <source>The request has a malformed method or target</source>
        <translation>Methode oder Ziel der Anfrage ist fehlerhaft</translation>
    </message>
    <message>
        <source>The request target is longer than %1 bytes</source>
        <translation>Das Ziel der Anfrage ist länger als %1 Bytes</translation>
    </message>
    <message>
        <source>The header did not arrive in time</source>
        <translation>Der Kopf kam nicht rechtzeitig an</translation>
    </message>
    <message>
        <source>The body did not arrive in time</source>
        <translation>Der Inhalt kam nicht rechtzeitig an</translation>
    </message>
    <message>
        <source>The body is larger than %1 bytes</source>
        <translation>Der Inhalt ist größer als %1 Bytes</translation>
    </message>
    <message>
        <source>The header is larger than %1 bytes</source>
        <translation>Der Kopf ist größer als %1 Bytes</translation>
    </message>
    <message>
        <source>The answer is larger than %1 bytes</source>
        <translation>Die Antwort ist größer als %1 Bytes</translation>
    </message>
    <message>
        <source>This is not an HTTP/1.1 answer</source>
        <translation>Das ist keine HTTP/1.1-Antwort</translation>
    </message>
    <message>
        <source>The message is malformed: %1</source>
        <translation>Die Nachricht ist fehlerhaft: %1</translation>
    </message>
    <message>
        <source>Too many connections</source>
        <translation>Zu viele Verbindungen</translation>
    </message>
    <message>
        <source>No worker was free in time</source>
        <translation>Kein Worker wurde rechtzeitig frei</translation>
    </message>
    <message>
        <source>%1 of %1 workers are busy and %2 requests wait already; try again</source>
        <translation>%1 von %1 Workern sind beschäftigt, und %2 Anfragen warten schon; später noch einmal versuchen</translation>
    </message>
    <message>
        <source>Load is shed, with %1 requests in flight; try again</source>
        <translation>Last wird abgeworfen, bei %1 Anfragen in Arbeit; später noch einmal versuchen</translation>
    </message>
    <message>
        <source>%1 requests are in flight already; try again</source>
        <translation>%1 Anfragen sind schon in Arbeit; später noch einmal versuchen</translation>
    </message>
    <message>
        <source>The work was done too late: nobody waits for it any more</source>
        <translation>Die Arbeit kam zu spät: Niemand wartet mehr darauf</translation>
    </message>
    <message>
        <source>The request came after its deadline</source>
        <translation>Die Anfrage kam nach ihrer Frist</translation>
    </message>
    <message>
        <source>An injected fault: %1</source>
        <translation>Eine eingebaute Störung: %1</translation>
    </message>
    <message>
        <source>An injected fault: %1. %2</source>
        <translation>Eine eingebaute Störung: %1. %2</translation>
    </message>
    <message>
        <source>%1 is not in force. %2</source>
        <translation>%1 ist nicht in Kraft. %2</translation>
    </message>
    <message>
        <source>%1 is not in force</source>
        <translation>%1 ist nicht in Kraft</translation>
    </message>
    <message>
        <source>Nothing is in force</source>
        <translation>Nichts ist in Kraft</translation>
    </message>
    <message>
        <source>In force are: %1</source>
        <translation>In Kraft sind: %1</translation>
    </message>
    <message>
        <source>The file %1 cannot be written</source>
        <translation>Die Datei %1 kann nicht geschrieben werden</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made: choose one where you may write</source>
        <translation>Der Ordner %1 kann nicht angelegt werden: einen wählen, in den geschrieben werden darf</translation>
    </message>
    <message>
        <source>%1 did not end in time</source>
        <translation>%1 ist nicht rechtzeitig zu Ende gekommen</translation>
    </message>
    <message>
        <source>%1 ended by itself</source>
        <translation>%1 hat sich selbst beendet</translation>
    </message>
    <message>
        <source>The code of %1 does not serve %2, which its system declares</source>
        <translation>Der Code von %1 bedient %2 nicht, obwohl das System es angibt</translation>
    </message>
    <message>
        <source>The code of %1 does not listen to %2, as its system declares</source>
        <translation>Der Code von %1 hört nicht auf %2, obwohl das System es angibt</translation>
    </message>
    <message>
        <source>%1 is not served here</source>
        <translation>%1 wird hier nicht bedient</translation>
    </message>
    <message>
        <source>%1 does not listen to %2</source>
        <translation>%1 hört nicht auf %2</translation>
    </message>
    <message>
        <source>The fleet does not run</source>
        <translation>Die Flotte läuft nicht</translation>
    </message>
    <message>
        <source>The fleet was started already</source>
        <translation>Die Flotte ist schon gestartet</translation>
    </message>
    <message>
        <source>There is no instance %1</source>
        <translation>Es gibt keine Instanz %1</translation>
    </message>
    <message>
        <source>%1 has no instance %2 of %3</source>
        <translation>%1 hat keine Instanz %2 von %3</translation>
    </message>
    <message>
        <source>There is no unit %1</source>
        <translation>Es gibt keine Einheit %1</translation>
    </message>
    <message>
        <source>Something else answers at its port</source>
        <translation>An ihrem Port antwortet etwas anderes</translation>
    </message>
    <message>
        <source>%1 does not run</source>
        <translation>%1 läuft nicht</translation>
    </message>
    <message>
        <source>%1 is being taken away</source>
        <translation>%1 wird gerade weggenommen</translation>
    </message>
    <message>
        <source>%1 can have 1 to %2 instances, not %3</source>
        <translation>%1 kann 1 bis %2 Instanzen haben, nicht %3</translation>
    </message>
    <message>
        <source>%1 was scaled again meanwhile</source>
        <translation>%1 wurde inzwischen noch einmal skaliert</translation>
    </message>
    <message>
        <source>The system gives no further thread: close other programs</source>
        <translation>Das System gibt keinen weiteren Thread her: andere Programme schließen</translation>
    </message>
    <message>
        <source>This program may open no further file: run fewer instances, or raise the limit (ulimit -n)</source>
        <translation>Dieses Programm darf keine weitere Datei öffnen: weniger Instanzen laufen lassen oder die Grenze heben (ulimit -n)</translation>
    </message>
    <message>
        <source>The instance is not wanted any more</source>
        <translation>Die Instanz wird nicht mehr gebraucht</translation>
    </message>
    <message>
        <source>%1 cannot start: %2</source>
        <translation>%1 kann nicht starten: %2</translation>
    </message>
    <message>
        <source>There is no code for %1</source>
        <translation>Für %1 gibt es keinen Code</translation>
    </message>
    <message>
        <source>%1 is out of memory and was killed</source>
        <translation>%1 hatte keinen Speicher mehr und wurde beendet</translation>
    </message>
    <message>
        <source>injected %1: %2</source>
        <translation>eingebaut %1: %2</translation>
    </message>
    <message>
        <source>lifted %1</source>
        <translation>aufgehoben %1</translation>
    </message>
    <message>
        <source>%1 switched %2</source>
        <translation>%1 geschaltet: %2</translation>
    </message>
    <message>
        <source>%1: %2 instances</source>
        <translation>%1: %2 Instanzen</translation>
    </message>
    <message>
        <source>autoscaler: %1: %2</source>
        <translation>Autoscaler: %1: %2</translation>
    </message>
    <message>
        <source>autoscaler: %1 %2 -&gt; %3, %4 % busy</source>
        <translation>Autoscaler: %1 %2 -&gt; %3, zu %4 % beschäftigt</translation>
    </message>
    <message>
        <source>No fleet is called %1</source>
        <translation>Keine Flotte heißt %1</translation>
    </message>
    <message>
        <source>No instance is called %1</source>
        <translation>Keine Instanz heißt %1</translation>
    </message>
    <message>
        <source>No unit is called %1</source>
        <translation>Keine Einheit heißt %1</translation>
    </message>
    <message>
        <source>This system keeps no books that can be read</source>
        <translation>Dieses System führt keine Bücher, die gelesen werden können</translation>
    </message>
    <message>
        <source>%1: the books could not be read: %2</source>
        <translation>%1: Die Bücher konnten nicht gelesen werden: %2</translation>
    </message>
    <message>
        <source>This build of Faultline has no client for that broker. It has: %1</source>
        <translation>Dieses Faultline hat keinen Client für diesen Broker. Es hat: %1</translation>
    </message>
    <message>
        <source>This build of Faultline has no client for %1. It has: %2</source>
        <translation>Dieses Faultline hat keinen Client für %1. Es hat: %2</translation>
    </message>
    <message>
        <source>The data folder %1 cannot be made. Choose another one that you may write to.</source>
        <translation>Der Datenordner %1 kann nicht angelegt werden. Einen anderen wählen, in den geschrieben werden darf.</translation>
    </message>
    <message>
        <source>The platform has been closed</source>
        <translation>Die Plattform ist geschlossen</translation>
    </message>
    <message>
        <source>Some instances have not stopped in time</source>
        <translation>Einige Instanzen haben nicht rechtzeitig angehalten</translation>
    </message>
    <message>
        <source>The shoppers could not log in. Are the fleets healthy, and is the data folder one of this system?</source>
        <translation>Die Kunden konnten sich nicht anmelden. Sind die Flotten gesund, und gehört der Datenordner zu diesem System?</translation>
    </message>
    <message>
        <source>Nothing can be written in %1: free some space, or set XDG_DATA_HOME</source>
        <translation>In %1 kann nichts geschrieben werden: Platz schaffen oder XDG_DATA_HOME setzen</translation>
    </message>
    <message>
        <source>The message broker is not there yet</source>
        <translation>Der Message-Broker ist noch nicht da</translation>
    </message>
    <message>
        <source>The system &quot;%1&quot; asks for the components &quot;%2&quot;, which this program does not have. Write &quot;shop&quot; or &quot;synthetic&quot;.</source>
        <translation>Das System „%1“ verlangt die Komponenten „%2“, die dieses Programm nicht hat. &quot;shop&quot; oder &quot;synthetic&quot; schreiben.</translation>
    </message>
    <message>
        <source>The program&apos;s own file was not found in any of %1. Install the program again, or name a file.</source>
        <translation>Die eigene Datei des Programms wurde in keinem von %1 gefunden. Das Programm neu installieren oder eine Datei nennen.</translation>
    </message>
    <message>
        <source>answered with status %1</source>
        <translation>antwortete mit Status %1</translation>
    </message>
    <message>
        <source>answered %1</source>
        <translation>antwortete %1</translation>
    </message>
    <message>
        <source>not started: %1 attempts are under way</source>
        <translation>nicht begonnen: %1 Versuche sind im Gange</translation>
    </message>
    <message>
        <source>nobody had answered in the end</source>
        <translation>am Ende hatte niemand geantwortet</translation>
    </message>
    <message>
        <source>the answer holds nothing at %1</source>
        <translation>die Antwort enthält nichts bei %1</translation>
    </message>
    <message>
        <source>The message broker is not running</source>
        <translation>Der Message-Broker läuft nicht</translation>
    </message>
    <message>
        <source>The message broker is down: what is to be sent waits until it is back</source>
        <translation>Der Message-Broker ist ausgefallen: Was gesendet werden soll, wartet auf ihn</translation>
    </message>
    <message>
        <source>The message broker is lost: what is to be sent waits until it is back</source>
        <translation>Der Message-Broker ist verloren: Was gesendet werden soll, wartet auf ihn</translation>
    </message>
    <message>
        <source>The message broker has fallen behind: try again later</source>
        <translation>Der Message-Broker kommt nicht nach: später noch einmal versuchen</translation>
    </message>
    <message>
        <source>The message broker went down</source>
        <translation>Der Message-Broker ist ausgefallen</translation>
    </message>
    <message>
        <source>The message broker has stopped</source>
        <translation>Der Message-Broker ist beendet</translation>
    </message>
    <message>
        <source>This broker does not let anybody look into its queues</source>
        <translation>Dieser Broker lässt niemanden in seine Warteschlangen sehen</translation>
    </message>
    <message>
        <source>This broker cannot put dead letters back</source>
        <translation>Dieser Broker kann tote Nachrichten nicht zurücklegen</translation>
    </message>
    <message>
        <source>This broker cannot deliver a message again</source>
        <translation>Dieser Broker kann eine Nachricht nicht noch einmal zustellen</translation>
    </message>
    <message>
        <source>%1 does not read %2</source>
        <translation>%1 liest %2 nicht</translation>
    </message>
    <message>
        <source>This message is not there any more, or has not had its turn yet</source>
        <translation>Diese Nachricht ist nicht mehr da oder war noch nicht an der Reihe</translation>
    </message>
    <message>
        <source>Nobody consumes as %1</source>
        <translation>Niemand empfängt als %1</translation>
    </message>
    <message>
        <source>There is no such dead letter any more</source>
        <translation>Diese tote Nachricht gibt es nicht mehr</translation>
    </message>
    <message>
        <source>A queue has been removed from RabbitMQ</source>
        <translation>Eine Warteschlange wurde aus RabbitMQ entfernt</translation>
    </message>
    <message>
        <source>RabbitMQ has closed the connection</source>
        <translation>RabbitMQ hat die Verbindung geschlossen</translation>
    </message>
    <message>
        <source>RabbitMQ has not confirmed a message for ten seconds</source>
        <translation>RabbitMQ hat zehn Sekunden lang keine Nachricht bestätigt</translation>
    </message>
    <message>
        <source>The connection to RabbitMQ is lost</source>
        <translation>Die Verbindung zu RabbitMQ ist verloren</translation>
    </message>
    <message>
        <source>The connection to RabbitMQ is lost: %1</source>
        <translation>Die Verbindung zu RabbitMQ ist verloren: %1</translation>
    </message>
    <message>
        <source>The connection to RabbitMQ ended before it confirmed this: it may have it, or not</source>
        <translation>Die Verbindung zu RabbitMQ endete vor der Bestätigung: Vielleicht ist es angekommen, vielleicht nicht</translation>
    </message>
    <message>
        <source>The host of %1 is not known (%2): correct the broker&apos;s URL</source>
        <translation>Der Rechner von %1 ist unbekannt (%2): die URL des Brokers berichtigen</translation>
    </message>
    <message>
        <source>RabbitMQ takes no messages for now: it is short of memory or disk</source>
        <translation>RabbitMQ nimmt zurzeit keine Nachrichten an: Speicher oder Platte sind knapp</translation>
    </message>
    <message>
        <source>Somebody else consumes from the queue of %1: is this fleet running elsewhere?</source>
        <translation>Jemand anderes liest aus der Warteschlange von %1: Läuft diese Flotte noch anderswo?</translation>
    </message>
    <message>
        <source>RabbitMQ at %1 does not know this user or password: correct them in the URL</source>
        <translation>RabbitMQ bei %1 kennt Namen oder Passwort nicht: in der URL berichtigen</translation>
    </message>
    <message>
        <source>RabbitMQ at %1 does not let Faultline in</source>
        <translation>RabbitMQ bei %1 lässt Faultline nicht hinein</translation>
    </message>
    <message>
        <source>A queue that should take this message is gone from RabbitMQ</source>
        <translation>Eine Warteschlange für diese Nachricht fehlt in RabbitMQ</translation>
    </message>
    <message>
        <source>RabbitMQ could not store this message: look at its log</source>
        <translation>RabbitMQ konnte diese Nachricht nicht speichern: in sein Protokoll sehen</translation>
    </message>
    <message>
        <source>No RabbitMQ answers at %1 (%2): start it there, or choose another broker</source>
        <translation>Bei %1 antwortet kein RabbitMQ (%2): dort starten oder einen anderen Broker wählen</translation>
    </message>
    <message>
        <source>%1: RabbitMQ says &quot;%2&quot;</source>
        <translation>%1: RabbitMQ sagt „%2“</translation>
    </message>
    <message>
        <source>%1: Kafka says &quot;%2&quot;</source>
        <translation>%1: Kafka sagt „%2“</translation>
    </message>
    <message>
        <source>No Kafka answers at %1 (%2): start it there, or choose another broker</source>
        <translation>Bei %1 antwortet kein Kafka (%2): dort starten oder einen anderen Broker wählen</translation>
    </message>
    <message>
        <source>The connection to Kafka ended before it confirmed this: it may have it, or not</source>
        <translation>Die Verbindung zu Kafka endete vor der Bestätigung: Vielleicht ist es angekommen, vielleicht nicht</translation>
    </message>
    <message>
        <source>The connection to Kafka is lost</source>
        <translation>Die Verbindung zu Kafka ist verloren</translation>
    </message>
    <message>
        <source>There is no client for Kafka: %1</source>
        <translation>Es gibt keinen Client für Kafka: %1</translation>
    </message>
    <message>
        <source>librdkafka does not take %1: %2</source>
        <translation>librdkafka nimmt %1 nicht an: %2</translation>
    </message>
    <message>
        <source>This could not be published</source>
        <translation>Das konnte nicht veröffentlicht werden</translation>
    </message>
    <message>
        <source>The database did not answer in time</source>
        <translation>Die Datenbank hat nicht rechtzeitig geantwortet</translation>
    </message>
    <message>
        <source>The change contradicts what is stored in %1 (%2)</source>
        <translation>Die Änderung widerspricht dem, was in %1 steht (%2)</translation>
    </message>
    <message>
        <source>The disk that holds %1 is full: free some space and try again</source>
        <translation>Die Platte mit %1 ist voll: Platz schaffen und noch einmal versuchen</translation>
    </message>
    <message>
        <source>%1 cannot be written: allow writing to the file and its folder, or choose another data folder</source>
        <translation>%1 kann nicht geschrieben werden: Schreiben in Datei und Ordner erlauben oder einen anderen Datenordner wählen</translation>
    </message>
    <message>
        <source>%1 is damaged or not a database of ours (%2): restore a copy, or delete it to start afresh</source>
        <translation>%1 ist beschädigt oder keine Datenbank von uns (%2): eine Kopie zurückholen oder für einen neuen Anfang löschen</translation>
    </message>
    <message>
        <source>%1 is in use by others for too long (%2): try again</source>
        <translation>%1 wird zu lange von anderen benutzt (%2): noch einmal versuchen</translation>
    </message>
    <message>
        <source>%1 cannot be reached (%2): see whether its disk is there, then try again</source>
        <translation>%1 ist nicht erreichbar (%2): nachsehen, ob die Platte da ist, dann noch einmal versuchen</translation>
    </message>
    <message>
        <source>%1 cannot be made: its folder does not exist</source>
        <translation>%1 kann nicht angelegt werden: Der Ordner fehlt</translation>
    </message>
    <message>
        <source>%1 cannot be made: %2</source>
        <translation>%1 kann nicht angelegt werden: %2</translation>
    </message>
    <message>
        <source>%1 cannot be made</source>
        <translation>%1 kann nicht angelegt werden</translation>
    </message>
    <message>
        <source>%1 cannot be restored: move %2 to its place by hand</source>
        <translation>%1 kann nicht zurückgeholt werden: %2 von Hand an seinen Platz legen</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made: allow writing there</source>
        <translation>Der Ordner %1 kann nicht angelegt werden: Schreiben dort erlauben</translation>
    </message>
    <message>
        <source>%1 cannot be read</source>
        <translation>%1 kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2. Is the disk full?</source>
        <translation>%1 kann nicht geschrieben werden: %2. Ist die Platte voll?</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>%1 kann nicht geschrieben werden: %2</translation>
    </message>
    <message>
        <source>%1 was written by another version of this program (%2): use that version, or delete the file to start afresh</source>
        <translation>%1 stammt von einer anderen Version dieses Programms (%2): jene Version benutzen oder die Datei für einen neuen Anfang löschen</translation>
    </message>
    <message>
        <source>%1: the file system does not support SQLite&apos;s WAL</source>
        <translation>%1: Das Dateisystem kann SQLites WAL nicht</translation>
    </message>
    <message>
        <source>There is no database at %1 yet</source>
        <translation>Bei %1 gibt es noch keine Datenbank</translation>
    </message>
    <message>
        <source>There is an account with this address already: log in</source>
        <translation>Ein Konto mit dieser Adresse gibt es schon: anmelden</translation>
    </message>
    <message>
        <source>There is no such account</source>
        <translation>Dieses Konto gibt es nicht</translation>
    </message>
    <message>
        <source>Address and password do not belong together</source>
        <translation>Adresse und Passwort gehören nicht zusammen</translation>
    </message>
    <message>
        <source>The account of this session is gone: register again</source>
        <translation>Das Konto dieser Sitzung gibt es nicht mehr: neu registrieren</translation>
    </message>
    <message>
        <source>You have logged out: log in again</source>
        <translation>Abgemeldet: neu anmelden</translation>
    </message>
    <message>
        <source>There are no books at %1</source>
        <translation>Bei %1 gibt es keine Bücher</translation>
    </message>
    <message>
        <source>Name a product</source>
        <translation>Ein Produkt nennen</translation>
    </message>
    <message>
        <source>The catalogue&apos;s answer was not understood: %1</source>
        <translation>Die Antwort des Katalogs wurde nicht verstanden: %1</translation>
    </message>
    <message>
        <source>The cart is full: a cart holds %1 different products</source>
        <translation>Der Warenkorb ist voll: Er fasst %1 verschiedene Produkte</translation>
    </message>
    <message>
        <source>There is no product %1</source>
        <translation>Es gibt kein Produkt %1</translation>
    </message>
    <message>
        <source>The product has changed meanwhile: its version is %1</source>
        <translation>Das Produkt wurde inzwischen geändert: Seine Version ist %1</translation>
    </message>
    <message>
        <source>sort must be name, price or -price</source>
        <translation>sort muss name, price oder -price sein</translation>
    </message>
    <message>
        <source>Send a JSON object: %1 at byte %2</source>
        <translation>Ein JSON-Objekt senden: %1 bei Byte %2</translation>
    </message>
    <message>
        <source>Send a JSON object, not another JSON value</source>
        <translation>Ein JSON-Objekt senden, keinen anderen JSON-Wert</translation>
    </message>
    <message>
        <source>%1 must be a whole number from %2 to %3</source>
        <translation>%1 muss eine ganze Zahl von %2 bis %3 sein</translation>
    </message>
    <message>
        <source>%1 must be a text of %2 to %3 characters</source>
        <translation>%1 muss ein Text von %2 bis %3 Zeichen sein</translation>
    </message>
    <message>
        <source>Send an Idempotency-Key of 1 to %1 letters, digits and &quot;._:-&quot;</source>
        <translation>Einen Idempotency-Key aus 1 bis %1 Buchstaben, Ziffern und &quot;._:-&quot; senden</translation>
    </message>
    <message>
        <source>Item %1: %2</source>
        <translation>Eintrag %1: %2</translation>
    </message>
    <message>
        <source>items must be a list of 1 to %1</source>
        <translation>items muss eine Liste von 1 bis %1 sein</translation>
    </message>
    <message>
        <source>items must name each product once</source>
        <translation>items muss jedes Produkt einmal nennen</translation>
    </message>
    <message>
        <source>This reservation was let go</source>
        <translation>Diese Reservierung wurde aufgehoben</translation>
    </message>
    <message>
        <source>This key stands for another reservation: use a new one</source>
        <translation>Dieser Schlüssel steht für eine andere Reservierung: einen neuen nehmen</translation>
    </message>
    <message>
        <source>There is no such reservation</source>
        <translation>Diese Reservierung gibt es nicht</translation>
    </message>
    <message>
        <source>What is sold cannot be let go</source>
        <translation>Was verkauft ist, kann nicht freigegeben werden</translation>
    </message>
    <message>
        <source>There is no such product in stock</source>
        <translation>Dieses Produkt gibt es nicht im Lager</translation>
    </message>
    <message>
        <source>Sold out</source>
        <translation>Ausverkauft</translation>
    </message>
    <message>
        <source>Only %1 left</source>
        <translation>Nur noch %1 da</translation>
    </message>
    <message>
        <source>The cart&apos;s answer was not understood: %1</source>
        <translation>Die Antwort des Warenkorbs wurde nicht verstanden: %1</translation>
    </message>
    <message>
        <source>There is no such order</source>
        <translation>Diese Bestellung gibt es nicht</translation>
    </message>
    <message>
        <source>Your order is paid and will be confirmed in a moment: do not order again</source>
        <translation>Die Bestellung ist bezahlt und wird gleich bestätigt: nicht noch einmal bestellen</translation>
    </message>
    <message>
        <source>The shop was interrupted while it placed this order: try again</source>
        <translation>Der Shop wurde bei dieser Bestellung unterbrochen: noch einmal versuchen</translation>
    </message>
    <message>
        <source>This order is still being placed: ask again in a moment</source>
        <translation>Diese Bestellung wird noch aufgegeben: gleich noch einmal fragen</translation>
    </message>
    <message>
        <source>This order is in other hands: ask again in a moment</source>
        <translation>Diese Bestellung ist in anderen Händen: gleich noch einmal fragen</translation>
    </message>
    <message>
        <source>Your cart is empty: put something into it first</source>
        <translation>Der Warenkorb ist leer: erst etwas hineinlegen</translation>
    </message>
    <message>
        <source>You have ordered this cart already, as order %1: look at your orders</source>
        <translation>Dieser Warenkorb ist schon bestellt, als Bestellung %1: in die Bestellungen sehen</translation>
    </message>
    <message>
        <source>This charge was called off before it arrived</source>
        <translation>Diese Zahlung wurde abgesagt, bevor sie ankam</translation>
    </message>
    <message>
        <source>This key stands for another charge: use a new one</source>
        <translation>Dieser Schlüssel steht für eine andere Zahlung: einen neuen nehmen</translation>
    </message>
    <message>
        <source>There is no such charge</source>
        <translation>Diese Zahlung gibt es nicht</translation>
    </message>
    <message>
        <source>A declined charge took no money</source>
        <translation>Eine abgelehnte Zahlung hat kein Geld genommen</translation>
    </message>
    <message>
        <source>Your bank has declined the card</source>
        <translation>Die Bank hat die Karte abgelehnt</translation>
    </message>
    <message>
        <source>There is not enough money on the card</source>
        <translation>Auf der Karte ist nicht genug Geld</translation>
    </message>
    <message>
        <source>The card was reported lost</source>
        <translation>Die Karte ist als verloren gemeldet</translation>
    </message>
    <message>
        <source>The card was reported stolen</source>
        <translation>Die Karte ist als gestohlen gemeldet</translation>
    </message>
    <message>
        <source>The card has expired</source>
        <translation>Die Karte ist abgelaufen</translation>
    </message>
    <message>
        <source>The card&apos;s security code is wrong</source>
        <translation>Der Sicherheitscode der Karte stimmt nicht</translation>
    </message>
    <message>
        <source>Your bank could not process the payment: try again or take another card</source>
        <translation>Die Bank konnte die Zahlung nicht bearbeiten: noch einmal versuchen oder eine andere Karte nehmen</translation>
    </message>
    <message>
        <source>Say in q what to look for</source>
        <translation>In q sagen, wonach gesucht wird</translation>
    </message>
    <message>
        <source>This session is not valid: log in again</source>
        <translation>Diese Sitzung gilt nicht: neu anmelden</translation>
    </message>
    <message>
        <source>Log in first</source>
        <translation>Zuerst anmelden</translation>
    </message>
    <message>
        <source>Your session has ended: log in again</source>
        <translation>Die Sitzung ist zu Ende: neu anmelden</translation>
    </message>
    <message>
        <source>The session has expired. Begin anew.</source>
        <translation>Die Sitzung ist abgelaufen. Neu beginnen.</translation>
    </message>
    <message>
        <source>best sellers</source>
        <translation>Bestseller</translation>
    </message>
    <message>
        <source>an empty shelf</source>
        <translation>ein leeres Regal</translation>
    </message>
    <message>
        <source>names as last seen</source>
        <translation>Namen von zuletzt</translation>
    </message>
    <message>
        <source>no tracking yet</source>
        <translation>noch keine Sendungsverfolgung</translation>
    </message>
    <message>
        <source>remembered answers</source>
        <translation>gemerkte Antworten</translation>
    </message>
    <message>
        <source>a fallback</source>
        <translation>ein Ersatz</translation>
    </message>
    <message>
        <source>%1: choose embedded:, amqp://user:password@host:port/vhost (RabbitMQ) or kafka://host:port</source>
        <translation>%1: embedded:, amqp://user:password@host:port/vhost (RabbitMQ) oder kafka://host:port wählen</translation>
    </message>
    <message>
        <source>Another scenario is being played. Wait for its end.</source>
        <translation>Ein anderes Szenario läuft. Sein Ende abwarten.</translation>
    </message>
    <message>
        <source>No variable is named {%1}</source>
        <translation>Keine Variable heißt {%1}</translation>
    </message>
    <message>
        <source>The queue %1 cannot be read</source>
        <translation>Die Warteschlange %1 kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>The schema steps of %1 have a gap: step %2 is given where %3 is expected</source>
        <translation>Die Schema-Schritte von %1 haben eine Lücke: Schritt %2 steht, wo %3 erwartet wird</translation>
    </message>
    <message>
        <source>The words are not UTF-8</source>
        <translation>Die Wörter sind kein UTF-8</translation>
    </message>
    <message>
        <source>Who reads what cannot be kept on the server</source>
        <translation>Wer was liest, kann auf dem Server nicht gespeichert werden</translation>
    </message>
    <message>
        <source>Tried again: %1</source>
        <translation>Erneut versucht: %1</translation>
    </message>
    <message>
        <source>retry: %1</source>
        <translation>Wiederholung: %1</translation>
    </message>
    <message>
        <source>retry from %1 to %2: %3</source>
        <translation>Wiederholung von %1 zu %2: %3</translation>
    </message>
    <message>
        <source>timeout: given up after %1 ms</source>
        <translation>Timeout: nach %1 ms aufgegeben</translation>
    </message>
    <message>
        <source>timeout from %1 to %2: given up after %3 ms</source>
        <translation>Timeout von %1 zu %2: nach %3 ms aufgegeben</translation>
    </message>
    <message>
        <source>%1 (%2 times)</source>
        <translation>%1 (%2-mal)</translation>
    </message>
    <message>
        <source>Not tried again, nobody waits for the %1 s that it asks for: %2</source>
        <translation>Nicht erneut versucht, niemand wartet die verlangten %1 s: %2</translation>
    </message>
    <message>
        <source>Not tried again, the retry budget is spent: %1</source>
        <translation>Nicht erneut versucht, das Retry-Budget ist verbraucht: %1</translation>
    </message>
    <message>
        <source>retry budget is spent: failures are not tried again</source>
        <translation>Retry-Budget ist verbraucht: Fehler werden nicht erneut versucht</translation>
    </message>
    <message>
        <source>retry budget from %1 to %2 is spent: failures are not tried again</source>
        <translation>Retry-Budget von %1 zu %2 ist verbraucht: Fehler werden nicht erneut versucht</translation>
    </message>
    <message>
        <source>breaker closed: %1 of %1 trial calls were well</source>
        <translation>Circuit Breaker geschlossen: %1 von %1 Probeaufrufen gingen gut</translation>
    </message>
    <message>
        <source>breaker from %1 to %2 closed: %3 of %3 trial calls were well</source>
        <translation>Circuit Breaker von %1 zu %2 geschlossen: %3 von %3 Probeaufrufen gingen gut</translation>
    </message>
    <message>
        <source>breaker half-open: %1 trial calls may pass</source>
        <translation>Circuit Breaker halb offen: %1 Probeaufrufe dürfen durch</translation>
    </message>
    <message>
        <source>breaker from %1 to %2 half-open: %3 trial calls may pass</source>
        <translation>Circuit Breaker von %1 zu %2 halb offen: %3 Probeaufrufe dürfen durch</translation>
    </message>
    <message>
        <source>breaker opened: %1</source>
        <translation>Circuit Breaker geöffnet: %1</translation>
    </message>
    <message>
        <source>breaker from %1 to %2 opened: %3</source>
        <translation>Circuit Breaker von %1 zu %2 geöffnet: %3</translation>
    </message>
    <message>
        <source>%1 of %2 took longer than %3 ms</source>
        <translation>%1 von %2 dauerten länger als %3 ms</translation>
    </message>
    <message>
        <source>%1 of %2 failed</source>
        <translation>%1 von %2 gescheitert</translation>
    </message>
    <message>
        <source>bulkhead is full: %1 calls are under way</source>
        <translation>Bulkhead ist voll: %1 Aufrufe laufen</translation>
    </message>
    <message>
        <source>bulkhead from %1 to %2 is full: %3 calls are under way</source>
        <translation>Bulkhead von %1 zu %2 ist voll: %3 Aufrufe laufen</translation>
    </message>
    <message>
        <source>Not asked: the bulkhead from %1 to %2 is full: %3 calls are under way</source>
        <translation>Nicht gefragt: Bulkhead von %1 zu %2 ist voll: %3 Aufrufe laufen</translation>
    </message>
    <message>
        <source>Not asked: the breaker from %1 to %2 is open (%3)</source>
        <translation>Nicht gefragt: Der Circuit Breaker von %1 zu %2 ist offen (%3)</translation>
    </message>
    <message>
        <source>Fallback: %1</source>
        <translation>Fallback: %1</translation>
    </message>
    <message>
        <source>fallback: %1</source>
        <translation>Fallback: %1</translation>
    </message>
    <message>
        <source>fallback from %1 to %2: %3</source>
        <translation>Fallback von %1 zu %2: %3</translation>
    </message>
    <message>
        <source>the answer of %1 s ago</source>
        <translation>die Antwort von vor %1 s</translation>
    </message>
    <message>
        <source>%1, since: %2</source>
        <translation>%1, denn: %2</translation>
    </message>
    <message>
        <source>%1 is left out for %2 s: %3 failures in a row</source>
        <translation>%1 wird %2 s ausgelassen: %3 Fehler in Folge</translation>
    </message>
    <message>
        <source>%1 is asked again</source>
        <translation>%1 wird wieder gefragt</translation>
    </message>
    <message>
        <source>sheds load</source>
        <translation>wirft Last ab</translation>
    </message>
    <message>
        <source>sheds no load any more: %1 requests were turned away</source>
        <translation>wirft keine Last mehr ab: %1 Anfragen wurden abgewiesen</translation>
    </message>
</context>
<context>
    <name>services::shop::audit</name>
    <message>
        <source>Order lost</source>
        <translation>Bestellung verloren</translation>
    </message>
    <message>
        <source>A customer was told that the order is confirmed, and the shop does not have it.</source>
        <translation>Einem Kunden wurde die Bestellung bestätigt, und der Shop hat sie nicht.</translation>
    </message>
    <message>
        <source>Not charged</source>
        <translation>Nicht berechnet</translation>
    </message>
    <message>
        <source>A customer has an order that nobody has paid for.</source>
        <translation>Ein Kunde hat eine Bestellung, die niemand bezahlt hat.</translation>
    </message>
    <message>
        <source>Charged twice</source>
        <translation>Doppelt berechnet</translation>
    </message>
    <message>
        <source>A customer has paid more than once for one order.</source>
        <translation>Ein Kunde hat für eine Bestellung mehr als einmal bezahlt.</translation>
    </message>
    <message>
        <source>Charged another amount</source>
        <translation>Anderer Betrag berechnet</translation>
    </message>
    <message>
        <source>A customer has paid something else than the order costs.</source>
        <translation>Ein Kunde hat etwas anderes bezahlt, als die Bestellung kostet.</translation>
    </message>
    <message>
        <source>Charged for nothing</source>
        <translation>Für nichts berechnet</translation>
    </message>
    <message>
        <source>An order did not come about, and the customer&apos;s money was not given back.</source>
        <translation>Eine Bestellung kam nicht zustande, und der Kunde bekam sein Geld nicht zurück.</translation>
    </message>
    <message>
        <source>Charged and forgotten</source>
        <translation>Berechnet und vergessen</translation>
    </message>
    <message>
        <source>A customer has paid for an order that the shop knows nothing of.</source>
        <translation>Ein Kunde hat für eine Bestellung bezahlt, von der der Shop nichts weiß.</translation>
    </message>
    <message>
        <source>Stock not taken</source>
        <translation>Ware nicht entnommen</translation>
    </message>
    <message>
        <source>An order is confirmed, but its goods are still on the shelf for others.</source>
        <translation>Eine Bestellung ist bestätigt, aber ihre Ware liegt noch für andere im Regal.</translation>
    </message>
    <message>
        <source>Stock taken twice</source>
        <translation>Ware doppelt entnommen</translation>
    </message>
    <message>
        <source>The goods of one order were taken off the shelf more than once.</source>
        <translation>Die Ware einer Bestellung wurde mehr als einmal aus dem Regal genommen.</translation>
    </message>
    <message>
        <source>Other stock taken</source>
        <translation>Andere Ware entnommen</translation>
    </message>
    <message>
        <source>Other goods were taken off the shelf than the order lists.</source>
        <translation>Aus dem Regal wurde andere Ware genommen, als in der Bestellung steht.</translation>
    </message>
    <message>
        <source>Stock taken for nothing</source>
        <translation>Ware für nichts entnommen</translation>
    </message>
    <message>
        <source>An order did not come about, and its goods are gone from the shelf.</source>
        <translation>Eine Bestellung kam nicht zustande, und ihre Ware fehlt im Regal.</translation>
    </message>
    <message>
        <source>Stock held for nobody</source>
        <translation>Ware für niemanden zurückgelegt</translation>
    </message>
    <message>
        <source>Goods are set aside for an order that does not need them: nobody can buy them.</source>
        <translation>Ware ist für eine Bestellung zurückgelegt, die sie nicht braucht: Niemand kann sie kaufen.</translation>
    </message>
    <message>
        <source>Stock held and forgotten</source>
        <translation>Ware zurückgelegt und vergessen</translation>
    </message>
    <message>
        <source>Goods are set aside, or gone, for an order that the shop knows nothing of.</source>
        <translation>Ware ist zurückgelegt oder fort, für eine Bestellung, von der der Shop nichts weiß.</translation>
    </message>
    <message>
        <source>Stock miscounted</source>
        <translation>Ware falsch gezählt</translation>
    </message>
    <message>
        <source>What the shelf says is not what was reserved and sold.</source>
        <translation>Was im Regal steht, passt nicht zu dem, was reserviert und verkauft wurde.</translation>
    </message>
    <message>
        <source>Message lost</source>
        <translation>Nachricht verloren</translation>
    </message>
    <message>
        <source>Something happened, and a part of the shop will never hear of it.</source>
        <translation>Etwas ist geschehen, und ein Teil des Shops wird nie davon erfahren.</translation>
    </message>
    <message>
        <source>Message acted on twice</source>
        <translation>Auf Nachricht doppelt reagiert</translation>
    </message>
    <message>
        <source>A message arrived twice, and was acted on each time.</source>
        <translation>Eine Nachricht kam zweimal an, und jedes Mal wurde darauf reagiert.</translation>
    </message>
    <message>
        <source>Message of nothing</source>
        <translation>Nachricht von nichts</translation>
    </message>
    <message>
        <source>A part of the shop has acted on something that did not happen.</source>
        <translation>Ein Teil des Shops hat auf etwas reagiert, das nicht geschehen ist.</translation>
    </message>
    <message>
        <source>%1 has not %2 %3, and only %4 messages wait for it: %5 are lost</source>
        <translation>%1 hat nicht erledigt: %2 %3; und nur %4 Nachrichten warten darauf: %5 sind verloren</translation>
    </message>
    <message>
        <source>%1 has not %2 %3, and no message waits for it: it is lost</source>
        <translation>%1 hat nicht erledigt: %2 %3; und keine Nachricht wartet darauf: Sie ist verloren</translation>
    </message>
    <message>
        <source>%1 has %2 %3 %4 times instead of %5</source>
        <translation>%1 hat %4-mal statt %5-mal erledigt: %2 %3</translation>
    </message>
    <message>
        <source>%1 has %2 %3, for which there was no reason</source>
        <translation>%1 hat ohne Grund erledigt: %2 %3</translation>
    </message>
    <message>
        <source>taken an order out of the cart of</source>
        <translation>Bestellung aus dem Warenkorb nehmen von</translation>
    </message>
    <message>
        <source>%1 has counted %2 pieces, but %3 were sold</source>
        <translation>%1 hat %2 Stück gezählt, aber %3 wurden verkauft</translation>
    </message>
    <message>
        <source>%1 has counted %2 pieces, but %3 were sold, and no message waits for it</source>
        <translation>%1 hat %2 Stück gezählt, aber %3 wurden verkauft, und keine Nachricht wartet darauf</translation>
    </message>
    <message>
        <source>put into its index</source>
        <translation>in den Suchindex aufnehmen:</translation>
    </message>
    <message>
        <source>1 message is still in the outbox of who sends it</source>
        <translation>1 Nachricht liegt noch in der Outbox des Absenders</translation>
    </message>
    <message>
        <source>%1 messages are still in the outbox of who sends them</source>
        <translation>%1 Nachrichten liegen noch in der Outbox des Absenders</translation>
    </message>
    <message>
        <source>The broker could not be asked what waits there</source>
        <translation>Der Broker konnte nicht gefragt werden, was dort wartet</translation>
    </message>
    <message>
        <source>1 message waits for %1</source>
        <translation>1 Nachricht wartet auf %1</translation>
    </message>
    <message>
        <source>%1 messages wait for %2</source>
        <translation>%1 Nachrichten warten auf %2</translation>
    </message>
    <message>
        <source>%1 messages for %2 were set aside, since it could not handle them: somebody must look</source>
        <translation>%1 Nachrichten für %2 wurden ausgesondert, weil sie nicht verarbeitet werden konnten: Jemand muss nachsehen</translation>
    </message>
    <message>
        <source>sent the parcel of order</source>
        <translation>Paket verschicken zu Bestellung</translation>
    </message>
    <message>
        <source>mailed the confirmation of order</source>
        <translation>Bestätigung mailen zu Bestellung</translation>
    </message>
    <message>
        <source>mailed that the parcel has left of order</source>
        <translation>Versandmeldung mailen zu Bestellung</translation>
    </message>
    <message>
        <source>Order %1 is confirmed, but nobody has paid for it</source>
        <translation>Bestellung %1 ist bestätigt, aber niemand hat sie bezahlt</translation>
    </message>
    <message>
        <source>Order %1 is confirmed and was charged %2 times</source>
        <translation>Bestellung %1 ist bestätigt und wurde %2-mal berechnet</translation>
    </message>
    <message>
        <source>Order %1 costs %2 cents, but %3 were charged</source>
        <translation>Bestellung %1 kostet %2 Cent, aber %3 wurden berechnet</translation>
    </message>
    <message>
        <source>Order %1 is confirmed, but its stock was not taken</source>
        <translation>Bestellung %1 ist bestätigt, aber ihre Ware wurde nicht entnommen</translation>
    </message>
    <message>
        <source>The stock of order %1 was taken %2 times</source>
        <translation>Die Ware von Bestellung %1 wurde %2-mal entnommen</translation>
    </message>
    <message>
        <source>Order %1 took other stock than it lists</source>
        <translation>Bestellung %1 hat andere Ware entnommen, als sie aufführt</translation>
    </message>
    <message>
        <source>Order %1 is not settled and was charged %2 times</source>
        <translation>Bestellung %1 ist nicht abgeschlossen und wurde %2-mal berechnet</translation>
    </message>
    <message>
        <source>Order %1 is not settled and its stock was taken %2 times</source>
        <translation>Bestellung %1 ist nicht abgeschlossen, und ihre Ware wurde %2-mal entnommen</translation>
    </message>
    <message>
        <source>Nobody knows an order %1, but %2</source>
        <translation>Niemand kennt eine Bestellung %1, aber %2</translation>
    </message>
    <message>
        <source>Order %1 did not come about, but %2</source>
        <translation>Bestellung %1 kam nicht zustande, aber %2</translation>
    </message>
    <message>
        <source>stock is held for it</source>
        <translation>Ware ist für sie zurückgelegt</translation>
    </message>
    <message>
        <source>Order %1 is confirmed, and more stock is held for it</source>
        <translation>Bestellung %1 ist bestätigt, und weitere Ware ist für sie zurückgelegt</translation>
    </message>
    <message>
        <source>A customer was told that order %1 is confirmed, and it is not</source>
        <translation>Einem Kunden wurde gesagt, dass Bestellung %1 bestätigt ist, und sie ist es nicht</translation>
    </message>
    <message>
        <source>1 order is not settled yet</source>
        <translation>1 Bestellung ist noch nicht abgeschlossen</translation>
    </message>
    <message>
        <source>%1 orders are not settled yet</source>
        <translation>%1 Bestellungen sind noch nicht abgeschlossen</translation>
    </message>
    <message>
        <source>its charge is captured</source>
        <translation>ihr Betrag ist abgebucht</translation>
    </message>
    <message>
        <source>its stock is taken</source>
        <translation>ihre Ware ist entnommen</translation>
    </message>
    <message>
        <source>%1: %2 pieces count as sold, but committed reservations took %3</source>
        <translation>%1: %2 Stück gelten als verkauft, aber bestätigte Reservierungen haben %3 entnommen</translation>
    </message>
    <message>
        <source>%1: %2 pieces count as held, but open reservations hold %3</source>
        <translation>%1: %2 Stück gelten als zurückgelegt, aber offene Reservierungen halten %3</translation>
    </message>
    <message>
        <source>%1: of %2 pieces that came in %3 are accounted for</source>
        <translation>%1: Von %2 eingegangenen Stück sind %3 nachweisbar</translation>
    </message>
</context>
<context>
    <name>systems</name>
    <message>
        <source>A declined charge took no money.</source>
        <translation>Eine abgelehnte Zahlung hat kein Geld genommen.</translation>
    </message>
    <message>
        <source>A field is missing or wrong.</source>
        <translation>Ein Feld fehlt oder ist falsch.</translation>
    </message>
    <message>
        <source>A field or the Idempotency-Key is missing or wrong.</source>
        <translation>Ein Feld oder der Idempotency-Key fehlt oder ist falsch.</translation>
    </message>
    <message>
        <source>A moment of the calendar.</source>
        <translation>Ein Zeitpunkt im Kalender.</translation>
    </message>
    <message>
        <source>A new address.</source>
        <translation>Eine neue Adresse.</translation>
    </message>
    <message>
        <source>A page of products, of one category if asked.</source>
        <translation>Eine Seite Produkte, auf Wunsch einer Kategorie.</translation>
    </message>
    <message>
        <source>A page of products.</source>
        <translation>Eine Seite Produkte.</translation>
    </message>
    <message>
        <source>A parameter is missing or wrong.</source>
        <translation>Ein Parameter fehlt oder ist falsch.</translation>
    </message>
    <message>
        <source>A parameter is wrong.</source>
        <translation>Ein Parameter ist falsch.</translation>
    </message>
    <message>
        <source>A parcel has left for the customer.</source>
        <translation>Ein Paket ist zum Kunden unterwegs.</translation>
    </message>
    <message>
        <source>A product is new, or its name, price, category or description has changed.</source>
        <translation>Ein Produkt ist neu, oder Name, Preis, Kategorie oder Beschreibung hat sich geändert.</translation>
    </message>
    <message>
        <source>A product&apos;s picture.</source>
        <translation>Bild eines Produkts.</translation>
    </message>
    <message>
        <source>A reader has taken a book home.</source>
        <translation>Ein Leser hat ein Buch mitgenommen.</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Konten</translation>
    </message>
    <message>
        <source>Add to cart</source>
        <translation>In den Korb</translation>
    </message>
    <message>
        <source>Address and password do not belong together.</source>
        <translation>Adresse und Passwort gehören nicht zusammen.</translation>
    </message>
    <message>
        <source>All books.</source>
        <translation>Alle Bücher.</translation>
    </message>
    <message>
        <source>An order is paid for and its stock is taken.</source>
        <translation>Eine Bestellung ist bezahlt und ihre Ware entnommen.</translation>
    </message>
    <message>
        <source>At most so many.</source>
        <translation>Höchstens so viele.</translation>
    </message>
    <message>
        <source>Being bought.</source>
        <translation>Wird gerade gekauft.</translation>
    </message>
    <message>
        <source>Books</source>
        <translation>Bücher</translation>
    </message>
    <message>
        <source>Borrow a book</source>
        <translation>Buch ausleihen</translation>
    </message>
    <message>
        <source>Browse</source>
        <translation>Stöbern</translation>
    </message>
    <message>
        <source>Can be bought.</source>
        <translation>Kann gekauft werden.</translation>
    </message>
    <message>
        <source>Cart</source>
        <translation>Warenkorb</translation>
    </message>
    <message>
        <source>Catalogue</source>
        <translation>Katalog</translation>
    </message>
    <message>
        <source>Changes a product and says so.</source>
        <translation>Ändert ein Produkt und sagt es weiter.</translation>
    </message>
    <message>
        <source>Charges a card, once for each key.</source>
        <translation>Belastet eine Karte, einmal je Schlüssel.</translation>
    </message>
    <message>
        <source>Charges cards and gives money back.</source>
        <translation>Belastet Karten und erstattet Geld.</translation>
    </message>
    <message>
        <source>Check out</source>
        <translation>Zur Kasse</translation>
    </message>
    <message>
        <source>Checkout</source>
        <translation>Kasse</translation>
    </message>
    <message>
        <source>Checks a password and gives a session.</source>
        <translation>Prüft ein Passwort und gibt eine Sitzung.</translation>
    </message>
    <message>
        <source>Checks out the customer&apos;s cart.</source>
        <translation>Bestellt den Warenkorb des Kunden.</translation>
    </message>
    <message>
        <source>Checks out.</source>
        <translation>Bestellt.</translation>
    </message>
    <message>
        <source>Counts the carts that were checked out; a new one begins with each.</source>
        <translation>Zählt die bestellten Warenkörbe; mit jedem beginnt ein neuer.</translation>
    </message>
    <message>
        <source>Counts the changes.</source>
        <translation>Zählt die Änderungen.</translation>
    </message>
    <message>
        <source>Counts the stock and holds what is being bought.</source>
        <translation>Zählt den Bestand und reserviert, was gerade gekauft wird.</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>Theke</translation>
    </message>
    <message>
        <source>Discovery</source>
        <translation>Entdecken</translation>
    </message>
    <message>
        <source>Ends the session.</source>
        <translation>Beendet die Sitzung.</translation>
    </message>
    <message>
        <source>Engagement</source>
        <translation>Kontakt</translation>
    </message>
    <message>
        <source>Finds products by words in an index of its own.</source>
        <translation>Findet Produkte nach Wörtern in einem eigenen Index.</translation>
    </message>
    <message>
        <source>For how long.</source>
        <translation>Für wie lange.</translation>
    </message>
    <message>
        <source>Found in all.</source>
        <translation>Insgesamt gefunden.</translation>
    </message>
    <message>
        <source>From 1 to 12.</source>
        <translation>Von 1 bis 12.</translation>
    </message>
    <message>
        <source>From 1 to 99.</source>
        <translation>Von 1 bis 99.</translation>
    </message>
    <message>
        <source>From 1.</source>
        <translation>Ab 1.</translation>
    </message>
    <message>
        <source>Fulfilment</source>
        <translation>Lieferung</translation>
    </message>
    <message>
        <source>Get the receipt</source>
        <translation>Beleg erhalten</translation>
    </message>
    <message>
        <source>Gives the money of a charge back.</source>
        <translation>Erstattet das Geld einer Zahlung.</translation>
    </message>
    <message>
        <source>Holds stock for an order, once for each key.</source>
        <translation>Reserviert Ware für eine Bestellung, einmal je Schlüssel.</translation>
    </message>
    <message>
        <source>How many of a product are left.</source>
        <translation>Wie viele von einem Produkt da sind.</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>Identität</translation>
    </message>
    <message>
        <source>In cents.</source>
        <translation>In Cent.</translation>
    </message>
    <message>
        <source>Inventory</source>
        <translation>Lager</translation>
    </message>
    <message>
        <source>Is where readers ask for everything.</source>
        <translation>Hier fragen Leser nach allem.</translation>
    </message>
    <message>
        <source>It was let go before.</source>
        <translation>Sie wurde vorher aufgehoben.</translation>
    </message>
    <message>
        <source>It was taken before.</source>
        <translation>Sie wurde vorher entnommen.</translation>
    </message>
    <message>
        <source>Its number. 4000 0000 0000 0002 is declined.</source>
        <translation>Ihre Nummer. 4000 0000 0000 0002 wird abgelehnt.</translation>
    </message>
    <message>
        <source>Keeps the products with their names, prices and pictures.</source>
        <translation>Führt die Produkte mit Namen, Preisen und Bildern.</translation>
    </message>
    <message>
        <source>Knows the books.</source>
        <translation>Kennt die Bücher.</translation>
    </message>
    <message>
        <source>Knows who has which book.</source>
        <translation>Weiß, wer welches Buch hat.</translation>
    </message>
    <message>
        <source>Knows who the customers are and gives them signed sessions.</source>
        <translation>Kennt die Kunden und gibt ihnen signierte Sitzungen.</translation>
    </message>
    <message>
        <source>Lends a book.</source>
        <translation>Leiht ein Buch aus.</translation>
    </message>
    <message>
        <source>Lets a reader in.</source>
        <translation>Lässt einen Leser hinein.</translation>
    </message>
    <message>
        <source>Lets the held stock go.</source>
        <translation>Gibt die reservierte Ware frei.</translation>
    </message>
    <message>
        <source>Loans</source>
        <translation>Ausleihen</translation>
    </message>
    <message>
        <source>Log in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Logs a customer in.</source>
        <translation>Meldet einen Kunden an.</translation>
    </message>
    <message>
        <source>Logs the customer out.</source>
        <translation>Meldet den Kunden ab.</translation>
    </message>
    <message>
        <source>Look around</source>
        <translation>Umsehen</translation>
    </message>
    <message>
        <source>Not enough is left, or the key stands for another reservation.</source>
        <translation>Es ist nicht genug da, oder der Schlüssel steht für eine andere Reservierung.</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Mitteilungen</translation>
    </message>
    <message>
        <source>Of 8 letters or more.</source>
        <translation>Mit 8 Zeichen oder mehr.</translation>
    </message>
    <message>
        <source>Of a charge.</source>
        <translation>Einer Zahlung.</translation>
    </message>
    <message>
        <source>Of a product, old or new.</source>
        <translation>Eines Produkts, alt oder neu.</translation>
    </message>
    <message>
        <source>Of a product.</source>
        <translation>Eines Produkts.</translation>
    </message>
    <message>
        <source>Of a reservation.</source>
        <translation>Einer Reservierung.</translation>
    </message>
    <message>
        <source>Of all pages.</source>
        <translation>Aller Seiten.</translation>
    </message>
    <message>
        <source>Of an order of the customer.</source>
        <translation>Einer Bestellung des Kunden.</translation>
    </message>
    <message>
        <source>Of the card.</source>
        <translation>Der Karte.</translation>
    </message>
    <message>
        <source>One charge.</source>
        <translation>Eine Zahlung.</translation>
    </message>
    <message>
        <source>One order of the customer.</source>
        <translation>Eine Bestellung des Kunden.</translation>
    </message>
    <message>
        <source>One order.</source>
        <translation>Eine Bestellung.</translation>
    </message>
    <message>
        <source>One product.</source>
        <translation>Ein Produkt.</translation>
    </message>
    <message>
        <source>Only EUR.</source>
        <translation>Nur EUR.</translation>
    </message>
    <message>
        <source>Only of this one.</source>
        <translation>Nur von diesem.</translation>
    </message>
    <message>
        <source>Only of this order.</source>
        <translation>Nur zu dieser Bestellung.</translation>
    </message>
    <message>
        <source>Order history</source>
        <translation>Bestellverlauf</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Bestellungen</translation>
    </message>
    <message>
        <source>Payments</source>
        <translation>Zahlungen</translation>
    </message>
    <message>
        <source>Products on a page, 100 at most.</source>
        <translation>Produkte auf einer Seite, höchstens 100.</translation>
    </message>
    <message>
        <source>Products which match some words, best first.</source>
        <translation>Produkte, die zu Wörtern passen, das Beste zuerst.</translation>
    </message>
    <message>
        <source>Products which match some words.</source>
        <translation>Produkte, die zu Wörtern passen.</translation>
    </message>
    <message>
        <source>Puts a product into the cart.</source>
        <translation>Legt ein Produkt in den Warenkorb.</translation>
    </message>
    <message>
        <source>Readers</source>
        <translation>Leser</translation>
    </message>
    <message>
        <source>Recommendations</source>
        <translation>Empfehlungen</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>Registrieren</translation>
    </message>
    <message>
        <source>Registers a customer.</source>
        <translation>Registriert einen Kunden.</translation>
    </message>
    <message>
        <source>Remembers what each customer wants to buy.</source>
        <translation>Merkt sich, was jeder Kunde kaufen möchte.</translation>
    </message>
    <message>
        <source>Reminders</source>
        <translation>Erinnerungen</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>See suggestions</source>
        <translation>Vorschläge</translation>
    </message>
    <message>
        <source>Sends parcels for the orders that were placed.</source>
        <translation>Verschickt Pakete zu den Bestellungen.</translation>
    </message>
    <message>
        <source>Sets how many of a product are in the cart.</source>
        <translation>Setzt, wie viele von einem Produkt im Warenkorb sind.</translation>
    </message>
    <message>
        <source>Shelf</source>
        <translation>Regal</translation>
    </message>
    <message>
        <source>Shipping</source>
        <translation>Versand</translation>
    </message>
    <message>
        <source>Shop</source>
        <translation>Shop</translation>
    </message>
    <message>
        <source>Shows customers the shop and is the one door through which they reach everything else.</source>
        <translation>Zeigt den Kunden den Shop und ist die eine Tür zu allem anderen.</translation>
    </message>
    <message>
        <source>Shows who one is, to whoever asks.</source>
        <translation>Weist überall aus.</translation>
    </message>
    <message>
        <source>Somebody else has changed it meanwhile.</source>
        <translation>Jemand anderes hat es inzwischen geändert.</translation>
    </message>
    <message>
        <source>Storefront</source>
        <translation>Schaufenster</translation>
    </message>
    <message>
        <source>Such as confirmed, refused or compensated.</source>
        <translation>Etwa confirmed, refused oder compensated.</translation>
    </message>
    <message>
        <source>Suggestions, for one product if asked.</source>
        <translation>Vorschläge, auf Wunsch zu einem Produkt.</translation>
    </message>
    <message>
        <source>Suggestions.</source>
        <translation>Vorschläge.</translation>
    </message>
    <message>
        <source>Suggests products which others bought together.</source>
        <translation>Schlägt Produkte vor, die andere zusammen gekauft haben.</translation>
    </message>
    <message>
        <source>Takes a product out of the cart.</source>
        <translation>Nimmt ein Produkt aus dem Warenkorb.</translation>
    </message>
    <message>
        <source>Takes the held stock.</source>
        <translation>Entnimmt die reservierte Ware.</translation>
    </message>
    <message>
        <source>That which is changed; 0: whichever it is.</source>
        <translation>Die geändert wird; 0: welche auch immer.</translation>
    </message>
    <message>
        <source>The account of the session.</source>
        <translation>Das Konto der Sitzung.</translation>
    </message>
    <message>
        <source>The account.</source>
        <translation>Das Konto.</translation>
    </message>
    <message>
        <source>The address is taken.</source>
        <translation>Die Adresse ist vergeben.</translation>
    </message>
    <message>
        <source>The books are lent.</source>
        <translation>Die Bücher sind ausgeliehen.</translation>
    </message>
    <message>
        <source>The card is charged.</source>
        <translation>Die Karte ist belastet.</translation>
    </message>
    <message>
        <source>The card or the Idempotency-Key is missing or wrong.</source>
        <translation>Die Karte oder der Idempotency-Key fehlt oder ist falsch.</translation>
    </message>
    <message>
        <source>The card was declined.</source>
        <translation>Die Karte wurde abgelehnt.</translation>
    </message>
    <message>
        <source>The cart as it is now.</source>
        <translation>Der Warenkorb, wie er jetzt ist.</translation>
    </message>
    <message>
        <source>The cart is empty, something is sold out, or the key stands for another order.</source>
        <translation>Der Warenkorb ist leer, etwas ist ausverkauft, oder der Schlüssel steht für eine andere Bestellung.</translation>
    </message>
    <message>
        <source>The cart is full.</source>
        <translation>Der Warenkorb ist voll.</translation>
    </message>
    <message>
        <source>The cart.</source>
        <translation>Der Warenkorb.</translation>
    </message>
    <message>
        <source>The charge.</source>
        <translation>Die Zahlung.</translation>
    </message>
    <message>
        <source>The customer has no such order.</source>
        <translation>Der Kunde hat keine solche Bestellung.</translation>
    </message>
    <message>
        <source>The customer is logged in.</source>
        <translation>Der Kunde ist angemeldet.</translation>
    </message>
    <message>
        <source>The customer is logged out.</source>
        <translation>Der Kunde ist abgemeldet.</translation>
    </message>
    <message>
        <source>The customer is registered.</source>
        <translation>Der Kunde ist registriert.</translation>
    </message>
    <message>
        <source>The customer&apos;s cart.</source>
        <translation>Der Warenkorb des Kunden.</translation>
    </message>
    <message>
        <source>The customer&apos;s e-mail address.</source>
        <translation>Die E-Mail-Adresse des Kunden.</translation>
    </message>
    <message>
        <source>The customer&apos;s orders, newest first.</source>
        <translation>Die Bestellungen des Kunden, neueste zuerst.</translation>
    </message>
    <message>
        <source>The customer&apos;s orders.</source>
        <translation>Die Bestellungen des Kunden.</translation>
    </message>
    <message>
        <source>The customer&apos;s own account.</source>
        <translation>Das eigene Konto des Kunden.</translation>
    </message>
    <message>
        <source>The customer&apos;s parcels, of one order if asked.</source>
        <translation>Die Pakete des Kunden, auf Wunsch einer Bestellung.</translation>
    </message>
    <message>
        <source>The key stands for another charge.</source>
        <translation>Der Schlüssel steht für eine andere Zahlung.</translation>
    </message>
    <message>
        <source>The mail sent to the customer, about one order if asked.</source>
        <translation>Die E-Mails an den Kunden, auf Wunsch zu einer Bestellung.</translation>
    </message>
    <message>
        <source>The mail sent to the customer.</source>
        <translation>Die E-Mails an den Kunden.</translation>
    </message>
    <message>
        <source>The mail.</source>
        <translation>Die E-Mails.</translation>
    </message>
    <message>
        <source>The money is given back.</source>
        <translation>Das Geld ist erstattet.</translation>
    </message>
    <message>
        <source>The order is confirmed.</source>
        <translation>Die Bestellung ist bestätigt.</translation>
    </message>
    <message>
        <source>The order.</source>
        <translation>Die Bestellung.</translation>
    </message>
    <message>
        <source>The orders, newest first.</source>
        <translation>Die Bestellungen, neueste zuerst.</translation>
    </message>
    <message>
        <source>The page, as HTML.</source>
        <translation>Die Seite, als HTML.</translation>
    </message>
    <message>
        <source>The parcels.</source>
        <translation>Die Pakete.</translation>
    </message>
    <message>
        <source>The picture, as SVG.</source>
        <translation>Das Bild, als SVG.</translation>
    </message>
    <message>
        <source>The product is changed.</source>
        <translation>Das Produkt ist geändert.</translation>
    </message>
    <message>
        <source>The product is new.</source>
        <translation>Das Produkt ist neu.</translation>
    </message>
    <message>
        <source>The product&apos;s picture, drawn as SVG.</source>
        <translation>Das Bild des Produkts, als SVG gezeichnet.</translation>
    </message>
    <message>
        <source>The product.</source>
        <translation>Das Produkt.</translation>
    </message>
    <message>
        <source>The quantity is missing or wrong.</source>
        <translation>Die Menge fehlt oder ist falsch.</translation>
    </message>
    <message>
        <source>The reminders of a loan.</source>
        <translation>Die Erinnerungen zu einer Ausleihe.</translation>
    </message>
    <message>
        <source>The session is missing, false, over or logged out.</source>
        <translation>Die Sitzung fehlt, ist falsch, zu Ende oder abgemeldet.</translation>
    </message>
    <message>
        <source>The shop&apos;s web page.</source>
        <translation>Die Webseite des Shops.</translation>
    </message>
    <message>
        <source>The stock is held.</source>
        <translation>Die Ware ist reserviert.</translation>
    </message>
    <message>
        <source>The stock is let go.</source>
        <translation>Die Ware ist freigegeben.</translation>
    </message>
    <message>
        <source>The stock is taken.</source>
        <translation>Die Ware ist entnommen.</translation>
    </message>
    <message>
        <source>The stock.</source>
        <translation>Der Bestand.</translation>
    </message>
    <message>
        <source>There is no such charge.</source>
        <translation>Diese Zahlung gibt es nicht.</translation>
    </message>
    <message>
        <source>There is no such product.</source>
        <translation>Dieses Produkt gibt es nicht.</translation>
    </message>
    <message>
        <source>There is no such reservation.</source>
        <translation>Diese Reservierung gibt es nicht.</translation>
    </message>
    <message>
        <source>Town library</source>
        <translation>Stadtbücherei</translation>
    </message>
    <message>
        <source>Turns a cart into an order: reserves, charges, commits, and says so.</source>
        <translation>Macht aus einem Warenkorb eine Bestellung: reserviert, belastet, entnimmt und sagt es weiter.</translation>
    </message>
    <message>
        <source>View cart</source>
        <translation>Korb ansehen</translation>
    </message>
    <message>
        <source>Web</source>
        <translation>Web</translation>
    </message>
    <message>
        <source>What else the customer might like.</source>
        <translation>Was dem Kunden noch gefallen könnte.</translation>
    </message>
    <message>
        <source>What is being looked at.</source>
        <translation>Was gerade angesehen wird.</translation>
    </message>
    <message>
        <source>What stood in; empty: nothing.</source>
        <translation>Was einsprang; leer: nichts.</translation>
    </message>
    <message>
        <source>What the front page shows.</source>
        <translation>Was die Startseite zeigt.</translation>
    </message>
    <message>
        <source>What the library has.</source>
        <translation>Was die Bücherei hat.</translation>
    </message>
    <message>
        <source>What was found, best first.</source>
        <translation>Was gefunden wurde, das Beste zuerst.</translation>
    </message>
    <message>
        <source>When a book is due.</source>
        <translation>Wann ein Buch fällig ist.</translation>
    </message>
    <message>
        <source>Where the customer&apos;s parcels are.</source>
        <translation>Wo die Pakete des Kunden sind.</translation>
    </message>
    <message>
        <source>Which cart it was.</source>
        <translation>Welcher Warenkorb es war.</translation>
    </message>
    <message>
        <source>Why it was declined.</source>
        <translation>Warum abgelehnt wurde.</translation>
    </message>
    <message>
        <source>Why it was refused.</source>
        <translation>Warum abgewiesen wurde.</translation>
    </message>
    <message>
        <source>Words to look for.</source>
        <translation>Wörter, die gesucht werden.</translation>
    </message>
    <message>
        <source>Writes to customers about their orders and parcels.</source>
        <translation>Schreibt Kunden zu ihren Bestellungen und Paketen.</translation>
    </message>
    <message>
        <source>Writes to readers before a book is due.</source>
        <translation>Schreibt Lesern, bevor ein Buch fällig ist.</translation>
    </message>
    <message>
        <source>an empty shelf</source>
        <translation>ein leeres Regal</translation>
    </message>
    <message>
        <source>best sellers</source>
        <translation>Bestseller</translation>
    </message>
    <message>
        <source>bought-together or best-seller.</source>
        <translation>bought-together oder best-seller.</translation>
    </message>
    <message>
        <source>captured, declined, refunded or cancelled.</source>
        <translation>captured, declined, refunded oder cancelled.</translation>
    </message>
    <message>
        <source>held, committed, released or expired.</source>
        <translation>held, committed, released oder expired.</translation>
    </message>
    <message>
        <source>name, price or -price.</source>
        <translation>name, price oder -price.</translation>
    </message>
    <message>
        <source>names as last seen</source>
        <translation>Namen von zuletzt</translation>
    </message>
    <message>
        <source>no reminders</source>
        <translation>keine Erinnerungen</translation>
    </message>
    <message>
        <source>no tracking yet</source>
        <translation>noch keine Sendungsverfolgung</translation>
    </message>
    <message>
        <source>remembered answers</source>
        <translation>gemerkte Antworten</translation>
    </message>
    <message>
        <source>Monolith</source>
        <translation>Monolith</translation>
    </message>
    <message>
        <source>Microservices</source>
        <translation>Microservices</translation>
    </message>
    <message>
        <source>By team</source>
        <translation>Nach Team</translation>
    </message>
</context>
</TS>
