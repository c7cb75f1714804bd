// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "orderdesk.h"

using namespace Qt::StringLiterals;
using namespace tests::localshop;
using model::result::Error;
using model::result::Kind;

namespace {

Interference failing(const QString &operation, Moment moment, const Error &error)
{
    return [=](const Request &request, Moment at) -> std::optional<Error> {
        return request.endpoint.operation == operation && at == moment ? std::optional(error) : std::nullopt;
    };
}

QStringList logged; // of the resumption of orders

void keepLog(QtMsgType, const QMessageLogContext &context, const QString &words)
{
    if (QByteArrayView(context.category) == "faultline.shop.orders.resumption")
        logged.append(words);
}

} // namespace

Q_DECLARE_METATYPE(tests::localshop::Moment)
Q_DECLARE_METATYPE(model::result::Kind)

// Orders while others are away or their answers are lost: nothing is paid twice, taken twice or forgotten.
class OrderTroublesTest : public QObject, protected OrderDesk
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_files = std::make_unique<ShopFiles>(); }
    void init() { m_shop = std::make_unique<LocalShop>(*m_files); }
    void cleanup() { m_shop.reset(); }

    // Paid, and inventory is away: another key must not pay once more.
    void aCartThatIsPaidIsNotPaidAgain()
    {
        m_shop->interfereWith(
            failing(u"POST /reservations/{id}/commit"_s, Moment::Before, {Kind::Unavailable, u"Away"_s, {}}));
        const auto uncertain = order("k-1");
        QCOMPARE(uncertain.error().kind, Kind::Unavailable);
        const auto again = order("k-1");
        QVERIFY(!again);
        QCOMPARE(again.error().kind, Kind::Unavailable); // not a clear no
        QCOMPARE(order("k-2").error().kind, Kind::Conflict);
        QCOMPARE(audit(*m_shop).captured, 1);
        m_shop->interfereWith({});
        QCOMPARE(json(order("k-1"))[u"id"_s].toString(), uncertain.error().subject);
        balanced(1);
    }

    // Whoever asks again need not wait until it is somebody's turn to look.
    void aRepeatTakesUpWhatWasPutDown_data()
    {
        QTest::addColumn<QString>("dead");
        QTest::newRow("payments") << u"payments"_s;
        QTest::newRow("inventory") << u"inventory"_s;
    }
    void aRepeatTakesUpWhatWasPutDown()
    {
        QFETCH(QString, dead);
        m_shop->crash(dead);
        QVERIFY(!order("k-1"));
        m_shop->pass(std::chrono::seconds(8)); // it was tried in vain, and waits longer each time
        QCOMPARE(states(), QStringList{u"unwinding"_s});
        QCOMPARE(order("k-1").error().kind, Kind::Unavailable);
        m_shop->restart(dead);
        QCOMPARE(order("k-1")->status, 201);
        balanced(1);
    }

    void withoutOneOfTheOthersNothingIsOrdered_data()
    {
        QTest::addColumn<QString>("dead");
        QTest::addColumn<QStringList>("left");
        QTest::newRow("cart") << u"cart"_s << QStringList();
        QTest::newRow("inventory") << u"inventory"_s << QStringList{u"compensated"_s};
        QTest::newRow("payments") << u"payments"_s << QStringList{u"compensated"_s};
    }
    void withoutOneOfTheOthersNothingIsOrdered()
    {
        QFETCH(QString, dead);
        QFETCH(QStringList, left);
        m_shop->crash(dead);
        const auto failed = order("k-1");
        QVERIFY(!failed);
        QCOMPARE(failed.error().kind, Kind::Unavailable);
        m_shop->pass(std::chrono::seconds(5));
        m_shop->restart(dead);
        settle();
        QCOMPARE(states(), left);
        balanced(0);
        QVERIFY2(order("k-1"), "the same key may try again");
        balanced(1);
    }

    void stockGoesBackThoughPaymentsIsAway()
    {
        m_shop->crash(u"payments"_s);
        QVERIFY(!order("k-1"));
        m_shop->pass(std::chrono::milliseconds(100));
        QCOMPARE(audit(*m_shop).held, 0);
        QCOMPARE(states(), QStringList{u"unwinding"_s});
    }

    void aLostAnswerIsUndone_data()
    {
        QTest::addColumn<QString>("operation");
        QTest::addColumn<Moment>("moment");
        QTest::addColumn<Kind>("kind");
        for (const auto kind : {Kind::Unavailable, Kind::TimedOut, Kind::Reset, Kind::Refused,
                                Kind::Overloaded, Kind::Internal}) {
            for (const auto &operation : {u"POST /reservations"_s, u"POST /charges"_s}) {
                const auto name = operation + u' ' + model::result::word(kind);
                QTest::addRow("%s before", qPrintable(name)) << operation << Moment::Before << kind;
                QTest::addRow("%s after", qPrintable(name)) << operation << Moment::After << kind;
            }
        }
    }
    void aLostAnswerIsUndone()
    {
        QFETCH(QString, operation);
        QFETCH(Moment, moment);
        QFETCH(Kind, kind);
        m_shop->interfereWith(failing(operation, moment, {kind, u"Lost"_s, {}}));
        QCOMPARE(order("k-1").error().kind, kind);
        m_shop->interfereWith({});
        settle();
        QCOMPARE(states(), QStringList{u"compensated"_s});
        balanced(0);
        QVERIFY(order("k-1"));
        balanced(1);
    }

    // The request that was given up arrives after all: it was called off.
    void aChargeThatComesLateIsNotCaptured()
    {
        std::optional<Request> late;
        m_shop->interfereWith([&](const Request &request, Moment moment) -> std::optional<Error> {
            if (request.endpoint.operation != u"POST /charges" || moment == Moment::After)
                return std::nullopt;
            late = request;
            return Error{Kind::TimedOut, u"No answer in time"_s, {}};
        });
        QVERIFY(!order("k-1"));
        m_shop->interfereWith({});
        settle();
        const auto refused = tests::support::waitFor(m_shop->dispatch(*late));
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Kind::Conflict);
        balanced(0);
    }

    void whatIsPaidIsConfirmedLater_data()
    {
        QTest::addColumn<Moment>("moment");
        QTest::newRow("the commit did not arrive") << Moment::Before;
        QTest::newRow("the commit's answer was lost") << Moment::After;
    }
    void whatIsPaidIsConfirmedLater()
    {
        QFETCH(Moment, moment);
        m_shop->interfereWith(
            failing(u"POST /reservations/{id}/commit"_s, moment, {Kind::Unavailable, u"Away"_s, {}}));
        const auto uncertain = order("k-1");
        QVERIFY(!uncertain);
        QCOMPARE(uncertain.error().kind, Kind::Unavailable);
        QCOMPARE(states(), QStringList{u"charged"_s});
        m_shop->interfereWith({});
        settle();
        QCOMPARE(states(), QStringList{u"confirmed"_s});
        balanced(1);
        QCOMPARE(order("k-1")->status, 201);
        m_shop->pump();
        QCOMPARE(mails(uncertain.error().subject).size(), 2);
    }

    void whatIsPaidAndCannotBeHadIsRefunded()
    {
        m_shop->interfereWith(
            failing(u"POST /reservations/{id}/commit"_s, Moment::Before, {Kind::Unavailable, u"Away"_s, {}}));
        QVERIFY(!order("k-1"));
        m_shop->crash(u"orders"_s);
        m_shop->pass(std::chrono::seconds(130)); // the reservation is forgotten
        m_shop->interfereWith({});
        m_shop->restart(u"orders"_s);
        settle();
        QCOMPARE(states(), QStringList{u"refused"_s});
        balanced(0);
    }

    void aStoreInTroubleIsToldOnceAndOnceThatItIsWell()
    {
        auto &book = m_shop->database(u"orders"_s);
        QVERIFY(book.executeScript(u"ALTER TABLE orders RENAME TO gone"_s));
        logged.clear();
        const auto before = qInstallMessageHandler(keepLog);
        m_shop->pass(std::chrono::seconds(10));
        const auto meanwhile = logged;
        const bool isMended = book.executeScript(u"ALTER TABLE gone RENAME TO orders"_s).has_value();
        m_shop->pass(std::chrono::seconds(10));
        qInstallMessageHandler(before);
        QVERIFY(isMended);
        QCOMPARE(meanwhile.filter(u"Unsettled orders wait: "_s).size(), 1);
        QCOMPARE(logged.filter(u"Unsettled orders wait no longer"_s).size(), 1);
        QCOMPARE(logged.size(), 2 * meanwhile.size()); // each trouble, and the end of each
        QVERIFY(order("k-1"));
        balanced(1);
    }
};

QTEST_GUILESS_MAIN(OrderTroublesTest)
#include "tst_ordertroubles.moc"
