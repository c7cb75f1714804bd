// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/session/language.h>
#include <app/wording/servicetemplates.h>
#include <app/wording/servicetexts.h>
#include <app/wording/systemtexts.h>

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include <tests/support/shop.h>

using namespace Qt::StringLiterals;
using namespace app::wording;

// The services and the system's file speak English; the window does not have to.
class TestServiceTexts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_language.speak(u"de"_s); }

    void saysInGermanWhatServicesSay_data()
    {
        QTest::addColumn<QString>("english");
        QTest::addColumn<QString>("german");
        QTest::addRow("a sentence") << u"No worker was free in time"_s
                                    << u"Kein Worker wurde rechtzeitig frei"_s;
        QTest::addRow("with a name") << u"payments POST /charges did not answer in time"_s
                                     << u"payments POST /charges hat nicht rechtzeitig geantwortet"_s;
        QTest::addRow("with a message in it")
            << u"The connection to RabbitMQ is lost: No answer in time"_s
            << u"Die Verbindung zu RabbitMQ ist verloren: Keine rechtzeitige Antwort"_s;
        QTest::addRow("a message behind other words")
            << u"Erneut versucht: Sold out"_s << u"Erneut versucht: Ausverkauft"_s;
        QTest::addRow("the same argument twice")
            << u"4 of 4 workers are busy and 9 requests wait already; try again"_s
            << u"4 von 4 Workern sind beschäftigt, und 9 Anfragen warten schon; später noch einmal versuchen"_s;
        QTest::addRow("an argument that looks like a place")
            << u"There is no product %2"_s << u"Es gibt kein Produkt %2"_s;
        QTest::addRow("a decision")
            << u"breaker from orders to payments POST /charges opened: 4 of 5 took longer than 100 ms"_s
            << u"Circuit Breaker von orders zu payments POST /charges geöffnet: 4 von 5 dauerten länger als 100 ms"_s;
        QTest::addRow("a fallback") << u"Fallback: best sellers, since: No answer in time"_s
                                    << u"Fallback: Bestseller, denn: Keine rechtzeitige Antwort"_s;
        QTest::addRow("what nobody knows") << u"Something quite new"_s << u"Something quite new"_s;
        QTest::addRow("nothing") << QString() << QString();
    }
    void saysInGermanWhatServicesSay()
    {
        QFETCH(QString, english);
        QFETCH(QString, german);
        const ServiceTexts texts;
        QCOMPARE(texts.said(english), german);
        QCOMPARE(texts.said(english), german); // from memory
    }

    void namesByTitleWhomAMessageMentions_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("message");
        QTest::addColumn<QString>("told");
        const auto english = u"en"_s;
        const auto german = u"de"_s;
        QTest::addRow("an instance") << english << u"catalogue-2 is not there: the connection was refused"_s
                                     << u"Catalogue 2 is not there: the connection was refused"_s;
        QTest::addRow("an instance of the other shape")
            << english << u"shop-1 did not answer in time"_s << u"Shop 1 did not answer in time"_s;
        QTest::addRow("a unit of one shape")
            << english << u"No unit is called shop"_s << u"No unit is called Shop"_s;
        QTest::addRow("a capability, and an endpoint")
            << english << u"breaker from orders to payments POST /charges opened: 4 of 5 failed"_s
            << u"breaker from Orders to Payments POST /charges opened: 4 of 5 failed"_s;
        QTest::addRow("a message in another one")
            << english << u"Tried again: cart-1 broke the connection off"_s
            << u"Tried again: Cart 1 broke the connection off"_s;
        QTest::addRow("behind what was asked")
            << english << u"POST /api/orders: cart-1 did not answer in time"_s
            << u"POST /api/orders: Cart 1 did not answer in time"_s;
        QTest::addRow("what only looks like one")
            << english << u"There is no product p-0001"_s << u"There is no product p-0001"_s;
        QTest::addRow("an endpoint that there is not")
            << english << u"payments POST /nothing did not answer in time"_s
            << u"payments POST /nothing did not answer in time"_s;
        QTest::addRow("in German") << german << u"catalogue-2 did not answer in time"_s
                                   << u"Katalog 2 hat nicht rechtzeitig geantwortet"_s;
        QTest::addRow("both ends in German")
            << german << u"breaker from orders to payments POST /charges opened: 4 of 5 failed"_s
            << u"Circuit Breaker von Bestellungen zu Zahlungen POST /charges geöffnet: 4 von 5 gescheitert"_s;
    }
    void namesByTitleWhomAMessageMentions()
    {
        QFETCH(const QString, language);
        QFETCH(const QString, message);
        m_language.speak(language);
        auto shapes = m_shop.shapes();
        for (auto &shape : shapes) {
            for (auto &unit : shape.units)
                unit.title = spoken(unit.title);
        }
        const ServiceTexts texts(spoken(m_shop.system), shapes);
        QTEST(texts.said(message), "told");
        QTEST(texts.said(message), "told"); // from memory
    }

    void aRetryIsOneInEachLanguage()
    {
        model::telemetry::Annotation remark{{}, u"Tried again: Sold out"_s};
        QVERIFY(app::wording::tellsOfRetry(remark));
        remark.text = ServiceTexts().said(remark.text);
        QCOMPARE(remark.text, u"Erneut versucht: Ausverkauft"_s);
        QVERIFY(app::wording::tellsOfRetry(remark));
        remark.text = ServiceTexts().said(u"Not tried again, the retry budget is spent: Sold out"_s);
        QVERIFY(!app::wording::tellsOfRetry(remark));
    }

    void leavesEnglishAlone()
    {
        m_language.speak(u"en"_s);
        const ServiceTexts texts;
        for (const char *each : serviceTemplates())
            QCOMPARE(texts.said(QString::fromUtf8(each)), QString::fromUtf8(each));
    }

    void noTemplateStandsThereTwice()
    {
        QSet<QByteArray> known;
        for (const char *each : serviceTemplates()) {
            QVERIFY2(!known.contains(each), each);
            known.insert(each);
        }
        QVERIFY(known.size() > 100);
    }

    void tellsTheMessagesOfASnapshot()
    {
        services::platform::Snapshot snapshot;
        snapshot.fleets.resize(1);
        snapshot.fleets[0].instances.resize(1);
        snapshot.fleets[0].instances[0].status.reason = {model::result::Kind::Full, u"Sold out"_s, {}};
        snapshot.fleets[0].results.resize(1);
        snapshot.fleets[0].results[0].message = u"Sold out"_s;
        snapshot.fleets[0].queues.resize(1);
        snapshot.fleets[0].queues[0].latestDead.resize(1);
        snapshot.fleets[0].queues[0].latestDead[0].why = u"Sold out"_s;
        snapshot.events.push_back({{}, {}, u"The message broker went down"_s});
        snapshot.events.push_back(
            {{}, {}, {}, services::platform::ScalingEvent{{u"cart"_s}, 2, 0, u"Sold out"_s}});
        ServiceTexts().dress(snapshot);
        QCOMPARE(snapshot.fleets[0].instances[0].status.reason->message, u"Ausverkauft"_s);
        QCOMPARE(snapshot.fleets[0].results[0].message, u"Ausverkauft"_s);
        QCOMPARE(snapshot.fleets[0].queues[0].latestDead[0].why, u"Ausverkauft"_s);
        QCOMPARE(snapshot.events[0].words, u"Der Message-Broker ist ausgefallen"_s);
        QCOMPARE(std::get<services::platform::ScalingEvent>(snapshot.events[1].what).failure,
                 u"Ausverkauft"_s);
    }

    void tellsWhyOrdersAndMessagesFailed()
    {
        const ServiceTexts texts;
        services::platform::BooksReading books;
        books.fleets.resize(1);
        auto &orders = books.fleets[0].orders;
        for (auto *list : {&orders.latest, &orders.latestOpen, &orders.latestGivenUp}) {
            list->resize(1);
            list->front().failure = u"No answer in time"_s;
        }
        books.fleets[0].audit.unread << u"Monolith: the books could not be read: Sold out"_s;
        const auto told = texts.dressed(books).fleets[0];
        for (const auto *list : {&told.orders.latest, &told.orders.latestOpen, &told.orders.latestGivenUp})
            QCOMPARE(list->front().failure, u"Keine rechtzeitige Antwort"_s);
        QCOMPARE(told.audit.unread,
                 QStringList{u"Monolith: Die Bücher konnten nicht gelesen werden: Ausverkauft"_s});
        QCOMPARE(texts.dressed(orders).latest.front().failure, u"Keine rechtzeitige Antwort"_s);
        services::platform::TracedLife life;
        life.written.order.failure = u"Sold out"_s;
        QCOMPARE(texts.dressed(life).written.order.failure, u"Ausverkauft"_s);
        std::vector<services::broker::PeekedMessage> messages(1);
        messages[0].deadBecause = u"Sold out"_s;
        QCOMPARE(texts.dressed(messages)[0].deadBecause, u"Ausverkauft"_s);
    }

    // Whoever writes a new message into a service that the window shows adds it to the templates.
    void eachFailureOfTheServicesHasATemplate()
    {
        static const QRegularExpression failing(
            u"failure\\(\\s*(?:model::result::)?Kind::\\w+,\\s*u((?:\"(?:[^\"\\\\\n]|\\\\.)*\"\\s*)+)"_s);
        static const QRegularExpression seam(u"\"\\s*\""_s);
        QStringList known;
        for (const char *each : serviceTemplates())
            known << QString::fromUtf8(each);
        int found = 0;
        for (const auto &folder :
             {u"broker"_s, u"faults"_s, u"load"_s, u"platform"_s, u"resilience"_s, u"runtime"_s, u"shop"_s,
              u"storage"_s, u"synthetic"_s, u"transport"_s, u"waiting"_s}) {
            for (QDirIterator it(QStringLiteral(FAULTLINE_SOURCE_DIR "/services/") + folder, {u"*.cpp"_s},
                                 QDir::Files, QDirIterator::Subdirectories);
                 it.hasNext();) {
                QFile file(it.next());
                QVERIFY(file.open(QIODevice::ReadOnly));
                const QString code = QString::fromUtf8(file.readAll());
                for (auto each = failing.globalMatch(code); each.hasNext();) {
                    QString text = each.next().captured(1).trimmed();
                    text = text.mid(1, text.size() - 2).remove(seam).replace(u"\\\""_s, u"\""_s);
                    const bool isKnown = std::ranges::any_of(
                        known, [&](const QString &whole) { return whole.startsWith(text); });
                    QVERIFY2(isKnown, qPrintable(file.fileName() + u": "_s + text));
                    ++found;
                }
            }
        }
        QVERIFY2(found > 100, qPrintable(QString::number(found)));
    }

    void tellsTheShopInGermanAndKeepsItsIds()
    {
        const auto &english = m_shop.system;
        const auto told = spoken(english);
        QCOMPARE(told.capabilities[0].id, english.capabilities[0].id);
        const auto *catalogue = told.capability(model::system::CapabilityId{u"catalogue"_s});
        QCOMPARE(catalogue->title, u"Katalog"_s);
        QVERIFY(catalogue->purpose.startsWith(u"Führt die Produkte"_s));
        QCOMPARE(told.journey(model::system::JourneyId{u"check-out"_s})->title, u"Zur Kasse"_s);
        for (size_t at = 0; at < told.capabilities.size(); ++at) {
            QVERIFY(told.capabilities[at].purpose != english.capabilities[at].purpose);
            for (size_t endpoint = 0; endpoint < told.capabilities[at].endpoints.size(); ++endpoint) {
                const auto &one = told.capabilities[at].endpoints[endpoint];
                QCOMPARE(one.id, english.capabilities[at].endpoints[endpoint].id);
                QVERIFY2(one.summary != english.capabilities[at].endpoints[endpoint].summary,
                         qPrintable(one.summary));
            }
        }
        QCOMPARE(spoken(u"Somebody's own service"_s), u"Somebody's own service"_s);
    }

private:
    app::session::Language m_language;
    tests::support::Shop m_shop;
};

QTEST_GUILESS_MAIN(TestServiceTexts)
#include "tst_servicetexts.moc"
