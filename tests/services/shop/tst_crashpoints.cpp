// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <services/shop/audit/books.h>

#include <QTest>

#include <tests/localshop/localshop.h>
#include <tests/support/waitfor.h>

using namespace Qt::StringLiterals;
using namespace tests::localshop;
using services::shop::audit::Books;
using services::shop::audit::Mailboxes;

namespace {

// What happens to the purchase besides the crash.
enum class Story
{
    Paid,
    Declined, // the bank refuses the card: the reservation goes back
    AnswerLost, // of the charge: money and stock go back, and the customer tries again
};

const auto good = u"4242424242424242"_s;
const auto declined = u"4000000000000002"_s;

} // namespace

Q_DECLARE_METATYPE(Story)

// A crash at each step of a purchase, one after another: before and after each commit, each request, each
// event that is published and each that is delivered, of whichever capability does it. The steps are counted
// by a purchase in which nothing crashes; then each has a purchase of its own. Each time the books balance
// once everybody runs again, and the customer who asks again has the order, once.
class CrashPointsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_files = std::make_unique<ShopFiles>(); }
    void cleanup() { m_shop.reset(); }

    void theBooksBalance_data()
    {
        QTest::addColumn<Shape>("shape");
        QTest::addColumn<Story>("story");
        for (const auto &[name, shape] :
             {std::pair("services", Shape::Services), std::pair("monolith", Shape::Monolith)}) {
            QTest::addRow("%s, the card pays", name) << shape << Story::Paid;
            QTest::addRow("%s, the card is declined", name) << shape << Story::Declined;
            QTest::addRow("%s, the charge's answer is lost", name) << shape << Story::AnswerLost;
        }
    }
    void theBooksBalance()
    {
        QFETCH(Shape, shape);
        QFETCH(Story, story);
        m_shop = std::make_unique<LocalShop>(*m_files, shape);
        m_story = story;
        m_acknowledged.clear();
        std::vector<Step> steps;
        m_shop->watchSteps([&](const Step &step) {
            steps.push_back(step);
            return false;
        });
        purchase(1);
        m_shop->watchSteps({});
        settle();
        const int each = story == Story::Declined ? 0 : 1; // confirmed orders of a customer
        askAgain(1);
        balanced(each, u"without a crash"_s);
        if (QTest::currentTestFailed())
            return;
        QVERIFY2(steps.size() >= 20, qPrintable(QString::number(steps.size())));
        QVERIFY(steps.size() < 199); // there are so many customers
        for (std::size_t step = 0; step < steps.size(); ++step) {
            crashAt(step, static_cast<int>(step) + 2);
            balanced(each * (static_cast<int>(step) + 2), told(steps, step));
            if (QTest::currentTestFailed())
                return;
        }
        qInfo("%d crash points", static_cast<int>(steps.size()));
    }

private:
    void crashAt(std::size_t step, int customer)
    {
        std::size_t count = 0;
        bool hasCrashed = false;
        m_shop->watchSteps([&, step](const Step &) {
            const bool isIt = !hasCrashed && count++ == step;
            hasCrashed = hasCrashed || isIt;
            return isIt;
        });
        purchase(customer);
        m_shop->watchSteps({});
        QVERIFY2(hasCrashed, "the purchases differ");
        m_shop->restartTheDead();
        settle();
        askAgain(customer);
    }
    // As far as it goes, with all that follows from it.
    void purchase(int customer)
    {
        if (m_story == Story::AnswerLost)
            m_shop->interfereWith([isLost = false](const Request &request, Moment moment) mutable
                                  -> std::optional<services::contract::Error> {
                if (isLost || request.endpoint.operation != u"POST /charges" || moment == Moment::Before)
                    return std::nullopt;
                isLost = true;
                return services::contract::Error{model::result::Kind::TimedOut, u"No answer in time"_s, {}};
            });
        ask(customer);
        m_shop->pass(std::chrono::milliseconds(100)); // what is given back in the background
        m_shop->pump();
        m_shop->interfereWith({});
    }
    void ask(int customer)
    {
        const QJsonObject card{{u"card"_s, m_story == Story::Declined ? declined : good}};
        const auto answer = m_shop->ask(
            {u"orders"_s, u"POST /orders"_s, {}, {}, body(card), m_shop->session(customer), "k"});
        if (answer)
            m_acknowledged.insert(json(answer)[u"id"_s].toString());
    }
    // Whoever does not know what became of it.
    void askAgain(int customer)
    {
        ask(customer);
        settle();
    }
    void settle()
    {
        for (int second = 0; second < 30 && unsettled() > 0; ++second)
            m_shop->pass(std::chrono::seconds(1));
        m_shop->pump();
    }
    std::int64_t unsettled()
    {
        return m_shop->database(u"orders"_s)
            .select<std::int64_t>(u"SELECT count(*) FROM orders WHERE state NOT IN"
                                  " ('confirmed', 'refused', 'compensated')"_s,
                                  {}, [](const auto &row) { return row.integer(0); })
            ->front();
    }
    void balanced(int confirmed, const QString &when)
    {
        services::shop::audit::BookFiles files;
        for (const auto &capability : capabilities())
            files[capability] = m_shop->file(capability);
        const auto books = readBooks(files, Mailboxes(), m_acknowledged);
        QVERIFY(books);
        const auto words = when + u": "_s
            + (books->wrong.empty() ? u"%1 confirmed"_s.arg(books->sums.confirmed)
                                    : books->wrong.front().sentence);
        QVERIFY2(books->wrong.empty(), qPrintable(words));
        QVERIFY2(books->inFlight == 0 && books->waiting == 0, qPrintable(words));
        QVERIFY2(books->sums.confirmed == confirmed, qPrintable(words));
    }
    static QString told(const std::vector<Step> &steps, std::size_t step)
    {
        const auto &[capability, kind, moment] = steps[step];
        const QStringList kinds{u"a write"_s, u"a call"_s, u"publishing"_s, u"a delivery"_s};
        return u"step %1, %2 %3 %4"_s.arg(step).arg(
            capability, moment == Moment::Before ? u"before"_s : u"after"_s, kinds[static_cast<int>(kind)]);
    }

    std::unique_ptr<ShopFiles> m_files;
    std::unique_ptr<LocalShop> m_shop;
    Story m_story = Story::Paid;
    QSet<QString> m_acknowledged;
};

QTEST_GUILESS_MAIN(CrashPointsTest)
#include "tst_crashpoints.moc"
