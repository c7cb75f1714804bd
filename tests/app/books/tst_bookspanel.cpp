// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/books/booksmodel.h>
#include <app/books/bookspanel.h>
#include <app/tables/healthcolours.h>

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace app::books;
using app::wording::Health;
using services::experiment::AuditFinding;
using services::platform::BooksReading;
using services::platform::FleetBooks;
using services::platform::OrderGlance;
using services::shop::orders::State;

namespace {

BooksReading quiet()
{
    BooksReading reading;
    reading.took = std::chrono::milliseconds(12);
    for (const auto &title : {u"Monolith"_s, u"Microservices"_s}) {
        FleetBooks books;
        books.title = title;
        books.orders.confirmed = 40;
        books.audit.sums = {{title, u"cents ordered"_s, 123456}, {title, u"cents charged"_s, 123456}};
        books.audit.efforts = {{title, 40, 360, 3, 2, title == u"Monolith"_s}};
        reading.fleets.push_back(books);
    }
    return reading;
}

AuditFinding chargedTwice(const QString &order)
{
    return {u"Microservices"_s, u"charged-twice"_s, order,
            u"Order %1 is confirmed and was charged 2 times"_s.arg(order)};
}

BooksReading wrong(const QString &order = u"o-12345678-9"_s)
{
    auto reading = quiet();
    auto &audit = reading.fleets[1].audit;
    audit.wrong = {chargedTwice(order)};
    audit.kinds[u"charged-twice"_s] = {u"Charged twice"_s, u"A customer has paid twice."_s};
    return reading;
}

} // namespace

// Readings in, figures and words out.
class TestBooksPanel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_panel = std::make_unique<BooksPanel>(QStringList{u"Monolith"_s, u"Microservices"_s});
        m_panel->setTheme(app::style::Theme::light());
        m_panel->resize(1280, 220);
        m_panel->QWidget::show();
    }

    void saysNothingBeforeItHasRead()
    {
        QCOMPARE(m_panel->title(), u"Books balance"_s);
        QVERIFY(!table().isVisible());
    }

    void balance()
    {
        QSignalSpy titles(m_panel.get(), &BooksPanel::titleChanged);
        m_panel->show(quiet());
        QCOMPARE(m_panel->title(), u"Books balance ✓"_s);
        QCOMPARE(titles.size(), 1);
        QVERIFY(texts().contains(u"0 of them undone"_s));
        QVERIFY(texts().join(u' ').contains(u"ordered and charged"_s));
        QVERIFY(texts().join(u' ').contains(u"one transaction each would be 40, with nothing to undo"_s));
        QVERIFY(texts().join(u' ').contains(u"no transaction spans their stores"_s));
        QVERIFY(texts().contains(u"✓ Balance"_s));
        m_panel->show(quiet());
        QCOMPARE(titles.size(), 1);
    }

    void whatTwoReadingsFindIsWrong()
    {
        m_panel->show(wrong());
        QCOMPARE(m_panel->title(), u"Books balance ✓"_s); // it may have been under way
        QCOMPARE(m_panel->model().rowCount(), 0);
        m_panel->show(wrong());
        QCOMPARE(m_panel->title(), u"Books: 1 wrong ✗"_s);
        QCOMPARE(cell(0, BooksModel::FleetColumn), u"Microservices"_s);
        QCOMPARE(cell(0, BooksModel::SubjectColumn), u"o-12345678"_s);
        QCOMPARE(cell(0, BooksModel::StateColumn), u"✗ Charged twice"_s);
        QVERIFY(cell(0, BooksModel::WordsColumn).contains(u"charged 2 times"_s));
        QCOMPARE(healthOf(0), Health::Bad);
        QVERIFY(texts().contains(u"✗ Do not balance"_s));
        m_panel->show(wrong(u"o-another"_s)); // only this one, and for the first time
        QCOMPARE(m_panel->title(), u"Books balance ✓"_s);
    }

    void listWhatIsInFlightAndWhatWasResolved()
    {
        auto reading = quiet();
        auto &books = reading.fleets[0];
        books.audit.inFlight = 1;
        books.audit.waiting = 3;
        books.audit.moving = {u"Monolith: 3 messages wait for shipping"_s};
        OrderGlance order;
        order.id = u"o-1"_s;
        order.state = State::Charged;
        order.tries = 2;
        books.orders.latestOpen = {order};
        order.id = u"o-2"_s;
        order.state = State::Compensated;
        order.failure = u"payments is away"_s;
        books.orders.latestGivenUp = {order};
        m_panel->show(reading);
        QCOMPARE(m_panel->model().rowCount(), 3);
        QCOMPARE(cell(0, BooksModel::WordsColumn), u"paid, taking the stock (tried 2 times)"_s);
        QCOMPARE(cell(1, BooksModel::WordsColumn), u"3 messages wait for shipping"_s);
        QCOMPARE(cell(2, BooksModel::StateColumn), u"✓ Resolved"_s);
        QVERIFY(cell(2, BooksModel::WordsColumn).contains(u"payments is away"_s));
        QCOMPARE(healthOf(2), Health::Good);
        QVERIFY(table().isVisible());
        QVERIFY(texts().contains(u"and 3 messages"_s));
    }

    void booksThatCannotBeReadAreNoGoodBooks()
    {
        auto reading = quiet();
        reading.fleets[0].audit.unread = {u"There are no books at payments.db"_s};
        m_panel->show(reading);
        QCOMPARE(m_panel->title(), u"Books balance ?"_s);
        QCOMPARE(cell(0, BooksModel::WordsColumn), u"There are no books at payments.db"_s);
    }

    void aModelAsViewsExpectIt()
    {
        QAbstractItemModelTester tester(&m_panel->model(),
                                        QAbstractItemModelTester::FailureReportingMode::QtTest);
        auto many = wrong();
        m_panel->show(many);
        m_panel->show(many);
        OrderGlance order;
        order.id = u"o-3"_s;
        many.fleets[0].orders.latestOpen = {order, order};
        m_panel->show(many);
        QCOMPARE(m_panel->model().rowCount(), 3);
        m_panel->show(quiet());
        QCOMPARE(m_panel->model().rowCount(), 0);
    }

    void theKeyboardReachesTheListAndTheButton()
    {
        m_panel->show(wrong());
        m_panel->show(wrong());
        m_panel->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_panel.get()));
        auto *button = m_panel->findChild<QPushButton *>();
        QSignalSpy wanted(m_panel.get(), &BooksPanel::readingWanted);
        button->setFocus();
        QTest::keyClick(button, Qt::Key_Space);
        QCOMPARE(wanted.size(), 1);
        table().setFocus();
        QTest::keyClick(&table(), Qt::Key_Down);
        QVERIFY(table().currentIndex().isValid());
    }

private:
    QTableView &table() { return *m_panel->findChild<QTableView *>(); }
    QString cell(int row, int column)
    {
        return m_panel->model().index(row, column).data(Qt::DisplayRole).toString();
    }
    Health healthOf(int row)
    {
        const auto state = m_panel->model().index(row, BooksModel::StateColumn);
        return static_cast<Health>(state.data(app::tables::healthRole).toInt());
    }
    QStringList texts()
    {
        QStringList texts;
        for (auto *label : m_panel->findChildren<QLabel *>())
            texts << label->text();
        return texts;
    }

    std::unique_ptr<BooksPanel> m_panel;
};

QTEST_MAIN(TestBooksPanel)
#include "tst_bookspanel.moc"
