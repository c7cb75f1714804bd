// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/sagas/ordersmodel.h>
#include <app/sagas/sagapanel.h>
#include <app/sagas/storymodel.h>
#include <app/sagas/storyview.h>

#include <QAbstractButton>
#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace app::sagas;
using namespace std::chrono_literals;
using services::platform::OrderBook;
using services::platform::OrderGlance;
using services::shop::orders::State;

namespace {

OrderGlance glance(const QString &id, State state = State::Confirmed)
{
    OrderGlance glance;
    glance.id = id;
    glance.state = state;
    glance.total = 500;
    glance.currency = u"EUR"_s;
    glance.placedAt = std::chrono::system_clock::now();
    return glance;
}

OrderBook bookOf(const QStringList &ids)
{
    OrderBook book;
    for (const auto &id : ids)
        book.latest.push_back(glance(id));
    return book;
}

TracedLife lifeOf(const QString &id)
{
    TracedLife life;
    life.written.order = glance(id);
    const Moment now = life.written.order.placedAt;
    int step = 0;
    for (const auto state :
         {State::Started, State::Reserved, State::Charged, State::Committed, State::Confirmed})
        life.written.log.push_back({now + step++ * 12ms, 1, state, {}, {}, 0, u"orders-1"_s});
    return life;
}

std::vector<model::packaging::Packaging> packagings()
{
    model::packaging::Packaging monolith;
    monolith.id = {u"monolith"_s};
    monolith.title = u"Monolith"_s;
    model::packaging::Packaging services;
    services.id = {u"microservices"_s};
    services.title = u"Microservices"_s;
    return {monolith, services};
}

} // namespace

class TestSagaPanel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_panel = std::make_unique<SagaPanel>(packagings());
        m_panel->setTheme(app::style::Theme::dark());
        m_panel->resize(1280, 240);
        m_panel->show();
        m_orders = std::make_unique<QSignalSpy>(m_panel.get(), &SagaPanel::ordersWanted);
        m_lives = std::make_unique<QSignalSpy>(m_panel.get(), &SagaPanel::lifeWanted);
    }

    void followsTheNewestUntilOneIsChosen()
    {
        m_panel->setStay(0ms);
        m_panel->refresh();
        QCOMPARE(m_orders->last().first().toInt(), 1);
        m_panel->showOrders(1, bookOf({u"o-2"_s, u"o-1"_s}));
        QCOMPARE(lastLife(), u"o-2"_s);
        QTest::qWait(5);
        m_panel->showOrders(1, bookOf({u"o-3"_s, u"o-2"_s, u"o-1"_s}));
        QCOMPARE(lastLife(), u"o-3"_s);
        QTest::keyClick(&list(), Qt::Key_Down);
        QCOMPARE(lastLife(), u"o-2"_s);
        QVERIFY(!following().isChecked());
        m_panel->showOrders(1, bookOf({u"o-5"_s, u"o-4"_s, u"o-3"_s, u"o-2"_s}));
        QCOMPARE(lastLife(), u"o-2"_s);
        QCOMPARE(list().currentIndex().row(), 3); // it has moved down
        following().click();
        m_panel->showOrders(1, bookOf({u"o-6"_s, u"o-5"_s}));
        QCOMPARE(lastLife(), u"o-6"_s);
    }

    void staysForAWhileWithWhatItFollows()
    {
        m_panel->setStay(1h);
        m_panel->showOrders(1, bookOf({u"o-1"_s}));
        m_panel->showOrders(1, bookOf({u"o-2"_s, u"o-1"_s}));
        QCOMPARE(lastLife(), u"o-1"_s);
    }

    void showsALife()
    {
        m_panel->showOrders(1, bookOf({u"o-1"_s}));
        m_panel->showLife(1, lifeOf(u"o-other"_s)); // somebody asked for it before
        QCOMPARE(m_panel->story().rowCount(), 0);
        m_panel->showLife(0, lifeOf(u"o-1"_s));
        QCOMPARE(m_panel->story().rowCount(), 0);
        m_panel->showLife(1, lifeOf(u"o-1"_s));
        QVERIFY(m_panel->story().rowCount() >= 5);
        QCOMPARE(m_panel->story().time(2), u"+24 ms"_s);
        const auto words = m_panel->story().index(2, 0).data(Qt::AccessibleTextRole).toString();
        QVERIFY2(words.startsWith(u"+24 ms Orders to Payments: charges"_s), qPrintable(words));
        auto *view = m_panel->findChild<StoryView *>();
        view->setFocus();
        QTest::keyClick(view, Qt::Key_Down);
        QTest::keyClick(view, Qt::Key_Down);
        QVERIFY(view->currentIndex().row() >= 1);
    }

    void drawsForwardUnlikeUndoing()
    {
        m_panel->showOrders(1, bookOf({u"o-1"_s}));
        auto life = lifeOf(u"o-1"_s);
        m_panel->showLife(1, life);
        const auto forward = picture();
        life.written.log.resize(2);
        life.written.log.push_back(
            {life.written.log[1].at, 1, State::Unwinding, {true, true}, u"no"_s, 0, u"orders-1"_s});
        life.written.order.state = State::Unwinding;
        m_panel->showLife(1, life);
        const auto undoing = picture();
        QVERIFY(forward != undoing);
        const auto warning = app::style::Theme::dark().color(app::style::Role::Warning).rgb();
        QVERIFY(!has(forward, warning));
        QVERIFY(has(undoing, warning));
    }

    void anotherShape()
    {
        m_panel->showOrders(1, bookOf({u"o-1"_s}));
        for (auto *button : m_panel->findChildren<QAbstractButton *>()) {
            if (button->text() == u"Monolith"_s)
                QTest::mouseClick(button, Qt::LeftButton);
        }
        QCOMPARE(m_orders->last().first().toInt(), 0);
        QCOMPARE(m_panel->orders().rowCount(), 0);
        m_panel->showOrders(1, bookOf({u"o-1"_s})); // too late
        QCOMPARE(m_panel->orders().rowCount(), 0);
        m_panel->setFleetVisible(0, false);
        QCOMPARE(m_orders->last().first().toInt(), 1);
    }

    void modelsAsViewsExpectThem()
    {
        using Mode = QAbstractItemModelTester::FailureReportingMode;
        QAbstractItemModelTester orders(&m_panel->orders(), Mode::QtTest);
        QAbstractItemModelTester story(&m_panel->story(), Mode::QtTest);
        m_panel->showOrders(1, bookOf({u"o-1"_s}));
        m_panel->showOrders(1, bookOf({u"o-3"_s, u"o-2"_s, u"o-1"_s}));
        m_panel->showLife(1, lifeOf(u"o-1"_s));
        m_panel->showOrders(1, bookOf({u"o-3"_s}));
        m_panel->showOrders(1, {});
        QCOMPARE(m_panel->orders().rowCount(), 0);
    }

private:
    QTableView &list() { return *m_panel->findChild<QTableView *>(); }
    QCheckBox &following() { return *m_panel->findChild<QCheckBox *>(); }
    QString lastLife() const { return m_lives->isEmpty() ? QString() : m_lives->last().at(1).toString(); }
    QImage picture() { return m_panel->findChild<StoryView *>()->grab().toImage(); }
    static bool has(const QImage &image, QRgb color)
    {
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                if (image.pixel(x, y) == color)
                    return true;
            }
        }
        return false;
    }

    std::unique_ptr<SagaPanel> m_panel;
    std::unique_ptr<QSignalSpy> m_orders;
    std::unique_ptr<QSignalSpy> m_lives;
};

QTEST_MAIN(TestSagaPanel)
#include "tst_sagapanel.moc"
