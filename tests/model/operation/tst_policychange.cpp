// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <model/operation/policychangereader.h>
#include <model/packaging/presets.h>
#include <model/system/systemreader.h>

#include <QTest>

using namespace model::operation;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const CallKey charge{{u"orders"_s}, {{u"payments"_s}, u"POST /charges"_s}};

std::vector<model::system::CapabilityId> unitOf(const QStringList &capabilities)
{
    std::vector<model::system::CapabilityId> unit;
    for (const auto &capability : capabilities)
        unit.push_back({capability});
    return unit;
}

} // namespace

class TestPolicyChange : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        m_shop = model::system::SystemReader::readFile(
                     QStringLiteral(FAULTLINE_SOURCE_DIR "/resources/systems/shop.json"))
                     .value();
    }

    void aBookWithANameKnowsIt()
    {
        for (const auto &name : policyBookNames())
            QCOMPARE(nameOf(*policyBookNamed(name)), name);
        QVERIFY(!policyBookNamed(u"some"));
        QVERIFY(*policyBookNamed(u"none") == PolicyBook());
        auto own = usualPolicies();
        own.calls.retry->attempts = 9;
        QCOMPARE(nameOf(own), QString());
    }

    void changesOnlyWhatItSays()
    {
        const UnitChange unit{{u"payments"_s}, {SheddingPolicy{0.5}, {}}};
        const CallChange call{charge, allPolicies().calls};
        const auto shape = model::packaging::microservices(m_shop);
        auto book = changed(usualPolicies(), call, m_shop, shape);
        book = changed(book, unit, m_shop, shape);
        QVERIFY(book.calls == usualPolicies().calls);
        QVERIFY(book.of(charge) == allPolicies().calls);
        QVERIFY(book.of(CallKey{{u"cart"_s}, charge.callee}) == usualPolicies().calls);
        QVERIFY(book.of(unitOf({u"orders"_s, u"payments"_s})) == unit.policies);
        QVERIFY(book.of(unitOf({u"orders"_s})) == UnitPolicies());
        QVERIFY(changed(book, noPolicies(), m_shop, shape) == noPolicies()); // with all exceptions
    }

    void aUnitsCallsAreItsToo()
    {
        const CallKey browse{{u"storefront"_s}, {{u"catalogue"_s}, u"GET /products"_s}};
        const auto apart = model::packaging::microservices(m_shop);
        const auto whole = model::packaging::monolith(m_shop);
        const auto change = readPolicyChange(R"({"unit": "orders", "policies": "none"})", u"text"_s, m_shop);
        QVERIFY(change);
        auto book = changed(allPolicies(), *change, m_shop, apart);
        QVERIFY(book.of(charge) == CallPolicies());
        QVERIFY(book.of(browse) == allPolicies().calls); // of another unit
        QVERIFY(book.of(unitOf({u"orders"_s})) == UnitPolicies());
        QVERIFY(book.of(unitOf({u"payments"_s})) == allPolicies().units);
        book = changed(allPolicies(), *change, m_shop, whole);
        QVERIFY(book.of(charge) == CallPolicies() && book.of(browse) == CallPolicies());

        const auto back = readPolicyChange(R"({"unit": "orders", "policies": "all"})", u"text"_s, m_shop);
        QVERIFY(changed(book, *back, m_shop, whole).callExceptions.isEmpty()); // as the others
    }

    void aUnitsCallsMayBeSaidApart()
    {
        const auto shape = model::packaging::microservices(m_shop);
        const auto read = [&](const QByteArray &policies) {
            return readPolicyChange(R"({"unit": "orders", "policies": )" + policies + '}', u"text"_s, m_shop)
                .value();
        };
        auto book = changed(usualPolicies(), read(R"({"shedding": {}})"), m_shop, shape);
        QVERIFY(book.of(charge) == usualPolicies().calls); // are left as they are
        QVERIFY(book.of(unitOf({u"orders"_s})).shedding.has_value());
        book = changed(usualPolicies(), read(R"({"calls": "none"})"), m_shop, shape);
        QVERIFY(book.of(charge) == CallPolicies());
        book = changed(usualPolicies(), read(R"({"calls": {"breaker": {}}})"), m_shop, shape);
        QVERIFY(book.of(charge).breaker.has_value() && !book.of(charge).timeout.has_value());
    }

    void speaks_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("words");
        QTest::newRow("none") << QByteArray(R"({"policies": "none"})") << u"no policies"_s;
        QTest::newRow("usual") << QByteArray(R"({"policies": "usual"})") << u"the usual policies"_s;
        QTest::newRow("all") << QByteArray(R"({"policies": "all"})") << u"all policies"_s;
        QTest::newRow("a book") << QByteArray(R"({"policies": {"calls": {"bulkhead": {}}}})")
                                << u"policies of its own"_s;
        QTest::newRow("a book which is one of these")
            << QByteArray(R"({"policies": {}})") << u"no policies"_s;
        QTest::newRow("a call") << QByteArray(
            R"({"call": {"from": "orders", "to": "payments POST /charges"}, "policies": "all"})")
                                << u"all policies for orders -> payments POST /charges"_s;
        QTest::newRow("a unit") << QByteArray(
            R"({"unit": "payments", "policies": {"ejection": {"ejectForMs": 9}}})")
                                << u"policies of its own for the instances of payments"_s;
        QTest::newRow("a unit with its calls") << QByteArray(R"({"unit": "payments", "policies": "usual"})")
                                               << u"the usual policies for payments"_s;
        QTest::newRow("a unit with other calls")
            << QByteArray(R"({"unit": "payments", "policies": {"shedding": {}, "calls": "none"}})")
            << u"policies of its own for payments"_s;
    }
    void speaks()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, words);
        const auto change = readPolicyChange(text, u"text"_s, m_shop);
        QVERIFY2(change, change ? "" : qPrintable(change.error().front().message));
        QCOMPARE(model::operation::words(*change), words);
    }

    void speaksByTitles()
    {
        const auto shapes = {model::packaging::monolith(m_shop), model::packaging::microservices(m_shop)};
        QStringList told;
        for (const auto &shape : shapes) {
            told << words(CallChange{charge, allPolicies().calls}, m_shop, shape)
                 << words(UnitChange{{u"payments"_s}, {}, CallPolicies()}, m_shop, shape)
                 << words(UnitChange{{u"payments"_s}, {}}, m_shop, shape);
        }
        QCOMPARE(
            told,
            (QStringList{u"all policies for Orders -> Payments POST /charges"_s, // in each shape
                         u"no policies for Shop"_s, // which has the unit's as a whole
                         u"no policies for the instances of Shop"_s,
                         u"all policies for Orders -> Payments POST /charges"_s,
                         u"no policies for Payments"_s, u"no policies for the instances of Payments"_s}));
        QCOMPARE(words(usualPolicies(), m_shop, *shapes.begin()), u"the usual policies"_s);
    }

    void readsAWholeBook()
    {
        const QByteArray text = R"({"policies": {
            "calls": {"timeout": {"limitMs": 500},
                      "retry": {"on": "callee-failures", "attempts": 5, "backoffMs": 10, "longestBackoffMs": 20,
                                "fullJitter": false, "onlyIdempotent": false, "hasBudget": false,
                                "budgetShare": 0.5, "budgetPerSecond": 3, "longestRetryAfterMs": 90},
                      "breaker": {"windowMs": 1000, "fewestCalls": 2, "failureShare": 0.25, "slowAfterMs": 30,
                                  "slowShare": 0.75, "openForMs": 40, "trialCalls": 1},
                      "bulkhead": {"concurrent": 3, "waiting": 4},
                      "fallback": {"kind": "static", "freshForMs": 70}},
            "units": {"shedding": {"inFlightShare": 0.5},
                      "ejection": {"consecutiveFailures": 2, "ejectForMs": 80, "mostEjected": 0.25}},
            "callExceptions": [{"call": {"from": "orders", "to": "payments POST /charges"}, "policies": "all"}],
            "unitExceptions": [{"unit": "cart", "policies": "all"}]}})";
        PolicyBook book;
        book.calls.timeout = {500ms};
        book.calls.retry = {RetryOn::CalleeFailures, 5, 10ms, 20ms, false, false, false, 0.5, 3, 90ms};
        book.calls.breaker = {1000ms, 2, 0.25, 30ms, 0.75, 40ms, 1};
        book.calls.bulkhead = {3, 4};
        book.calls.fallback = {Fallback::Static, 70ms};
        book.units.shedding = {0.5};
        book.units.ejection = {2, 80ms, 0.25};
        book.callExceptions.insert(charge, allPolicies().calls);
        book.unitExceptions.insert({u"cart"_s}, allPolicies().units);
        const auto change = readPolicyChange(text, u"text"_s, m_shop);
        QVERIFY2(change, change ? "" : qPrintable(change.error().front().message));
        QVERIFY(std::get<PolicyBook>(*change) == book);
    }

    void whatIsNamedHasItsPresets()
    {
        const auto change = readPolicyChange(
            R"({"policies": {"calls": {"timeout": {}, "retry": {}, "breaker": {}, "bulkhead": {}, "fallback": {}},
                             "units": {"shedding": {}, "ejection": {}}}})",
            u"text"_s, m_shop);
        QVERIFY(std::get<PolicyBook>(*change) == allPolicies());
    }

    void findsEachMistakeAtOnce()
    {
        const auto change = readPolicyChange(R"({"policies": {
            "calls": {"timeout": {"limitMs": 0}, "retri": {}},
            "callExceptions": [{"call": {"from": "orders", "to": "payments POST /charges"}, "policies": "all"},
                               {"call": {"from": "orders", "to": "payments POST /charges"}, "policies": "none"},
                               {"call": {"from": "oders", "to": "x"}}]}})",
                                             u"text"_s, m_shop);
        QVERIFY(!change);
        QStringList places;
        for (const auto &error : change.error())
            places.append(error.subject);
        for (const auto &place : {u"/policies/calls/timeout/limitMs"_s, u"/policies/calls/retri"_s,
                                  u"/policies/callExceptions/1/call"_s,
                                  u"/policies/callExceptions/2/call/from"_s, u"/policies/callExceptions/2"_s})
            QVERIFY2(places.contains(u"text#"_s + place), qPrintable(place + u" of "_s + places.join(u' ')));
    }

    void refusesWhatIsNoObject_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const auto *const text : {"", "all", "[]", "7", "{", "{}"})
            QTest::newRow(text) << QByteArray(text);
    }
    void refusesWhatIsNoObject()
    {
        QFETCH(QByteArray, text);
        QVERIFY(!readPolicyChange(text, u"text"_s, m_shop));
    }

private:
    model::system::System m_shop;
};

QTEST_GUILESS_MAIN(TestPolicyChange)
#include "tst_policychange.moc"
