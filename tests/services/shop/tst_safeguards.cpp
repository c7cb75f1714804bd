// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <services/shop/audit/books.h>

#include <QTest>

#include <tests/localshop/localshop.h>
#include <tests/support/waitfor.h>

using namespace Qt::StringLiterals;
using namespace tests::localshop;
using model::operation::Safeguard;
using model::operation::Safeguards;
using services::contract::Error;
using services::shop::audit::Mailboxes;

namespace {

// What happens to a purchase.
enum class Trouble
{
    None,
    ChargedAgain, // the charge is asked for twice, as when its first answer was lost
    ReservedAgain,
    Declined, // the bank refuses the card
    AnswerLost, // of the charge: nobody knows what became of it
    CrashAfterCharge, // of orders
};

} // namespace

Q_DECLARE_METATYPE(Trouble)
Q_DECLARE_METATYPE(model::operation::Safeguard)

// Without each of the shop's own safeguards the audit finds just the damage that it prevents; once it is on
// again, the same trouble does no more.
class SafeguardsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_files = std::make_unique<ShopFiles>(); }
    void init() { m_shop = std::make_unique<LocalShop>(*m_files); }
    void cleanup() { m_shop.reset(); }

    void eachPreventsItsDamage_data()
    {
        QTest::addColumn<Safeguard>("safeguard");
        QTest::addColumn<Trouble>("trouble");
        QTest::addColumn<QStringList>("damages");
        const auto row = [](const char *name, Safeguard safeguard, Trouble trouble, QStringList damages) {
            QTest::newRow(name) << safeguard << trouble << damages;
        };
        row("keys, charged again", Safeguard::IdempotencyKeys, Trouble::ChargedAgain, {u"charged-twice"_s});
        row("keys, reserved again", Safeguard::IdempotencyKeys, Trouble::ReservedAgain,
            {u"stock-held-for-nobody"_s});
        row("keys, no trouble", Safeguard::IdempotencyKeys, Trouble::None, {});
        row("compensation, declined", Safeguard::Compensation, Trouble::Declined,
            {u"stock-held-for-nobody"_s});
        row("compensation, an answer lost", Safeguard::Compensation, Trouble::AnswerLost,
            {u"charged-for-nothing"_s, u"stock-held-for-nobody"_s});
        row("compensation, a crash", Safeguard::Compensation, Trouble::CrashAfterCharge,
            {u"charged-for-nothing"_s, u"stock-held-for-nobody"_s});
        row("compensation, no trouble", Safeguard::Compensation, Trouble::None, {});
        row("log, a crash", Safeguard::SagaLog, Trouble::CrashAfterCharge,
            {u"charged-and-forgotten"_s, u"stock-forgotten"_s});
        row("log, declined", Safeguard::SagaLog, Trouble::Declined, {});
        row("log, an answer lost", Safeguard::SagaLog, Trouble::AnswerLost, {});
        row("log, no trouble", Safeguard::SagaLog, Trouble::None, {});
    }
    void eachPreventsItsDamage()
    {
        QFETCH(Safeguard, safeguard);
        QFETCH(Trouble, trouble);
        QFETCH(QStringList, damages);
        purchase(1, trouble);
        QCOMPARE(found(), QStringList());

        Safeguards without;
        without.set(safeguard, false);
        m_shop->safeguards()->set(without);
        purchase(2, trouble);
        QCOMPARE(found(), damages);

        m_shop->safeguards()->set({});
        purchase(3, trouble);
        QCOMPARE(found(), damages); // no new ones
    }

    // Whoever switches while a purchase is under way breaks nothing: it keeps what it began with.
    void anOrderStaysWithItsLog_data()
    {
        QTest::addColumn<bool>("isOnFirst");
        QTest::newRow("switched off") << true;
        QTest::newRow("switched on") << false;
    }
    void anOrderStaysWithItsLog()
    {
        QFETCH(bool, isOnFirst);
        const auto setLog = [this](bool on) {
            Safeguards safeguards;
            safeguards.set(Safeguard::SagaLog, on);
            m_shop->safeguards()->set(safeguards);
        };
        setLog(isOnFirst);
        m_shop->interfereWith([&](const Request &request, Moment) -> std::optional<Error> {
            if (request.endpoint.operation == u"POST /charges")
                setLog(!isOnFirst);
            return std::nullopt;
        });
        QVERIFY(order(1, false));
        m_shop->interfereWith({});
        m_shop->pump();
        QCOMPARE(found(), QStringList());
    }

private:
    Result<Reply> order(int customer, bool isDeclined)
    {
        const auto card = isDeclined ? u"4000000000000002"_s : u"4242424242424242"_s;
        return m_shop->ask({u"orders"_s,
                            u"POST /orders"_s,
                            {},
                            {},
                            body({{u"card"_s, card}}),
                            m_shop->session(customer),
                            "k"});
    }
    void purchase(int customer, Trouble trouble)
    {
        m_shop->interfereWith([this, trouble, isDone = false](const Request &request,
                                                              Moment moment) mutable -> std::optional<Error> {
            const bool isCharge = request.endpoint.operation == u"POST /charges";
            const bool isReservation = request.endpoint.operation == u"POST /reservations";
            if (isDone || moment == Moment::Before || (!isCharge && !isReservation))
                return std::nullopt;
            isDone = isCharge || trouble == Trouble::ReservedAgain;
            if ((trouble == Trouble::ChargedAgain && isCharge)
                || (trouble == Trouble::ReservedAgain && isReservation))
                std::ignore = tests::support::waitFor(m_shop->dispatch(request));
            if (trouble == Trouble::AnswerLost && isCharge)
                return Error{model::result::Kind::TimedOut, u"No answer in time"_s, {}};
            if (trouble == Trouble::CrashAfterCharge && isCharge) {
                m_shop->crash(u"orders"_s);
                return Error{model::result::Kind::Cancelled, {}, {}};
            }
            return std::nullopt;
        });
        std::ignore = order(customer, trouble == Trouble::Declined);
        m_shop->interfereWith({});
        m_shop->restartTheDead();
        m_shop->pass(std::chrono::seconds(5));
        m_shop->pump();
    }
    // The kinds of damage, each once.
    QStringList found()
    {
        services::shop::audit::BookFiles files;
        for (const auto &capability : capabilities())
            files[capability] = m_shop->file(capability);
        const auto books = readBooks(files, Mailboxes());
        QStringList kinds;
        for (const auto &finding : books->wrong)
            kinds.append(QString::fromLatin1(description(finding.damage).word));
        kinds.sort();
        kinds.removeDuplicates();
        return books->inFlight == 0 ? kinds : kinds << u"in flight"_s;
    }

    std::unique_ptr<ShopFiles> m_files;
    std::unique_ptr<LocalShop> m_shop;
};

QTEST_GUILESS_MAIN(SafeguardsTest)
#include "tst_safeguards.moc"
