// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/messages/lettersmodel.h>
#include <app/messages/messagespanel.h>
#include <app/messages/payloadtext.h>
#include <app/tables/healthcolours.h>

#include <QAbstractItemModelTester>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

#include <tests/support/shop.h>

using namespace Qt::StringLiterals;
using namespace app::messages;
using namespace std::chrono_literals;
using services::broker::Peek;
using services::broker::QueueStatus;
using services::platform::Snapshot;

namespace {

Snapshot snapshot(std::int64_t waiting = 3)
{
    QueueStatus shipping;
    shipping.group = {u"shipping"_s};
    shipping.depth = waiting;
    shipping.consumers = 1;
    shipping.topics = {{{u"order.placed"_s}, waiting}};
    shipping.oldestAge = 12s;
    shipping.deadLetters = 2;
    QueueStatus cart;
    cart.group = {u"cart"_s};
    cart.consumers = 2;
    Snapshot snapshot;
    snapshot.fleets.resize(2);
    snapshot.fleets[0].title = u"Monolith"_s;
    snapshot.fleets[0].queues = {cart};
    snapshot.fleets[1].title = u"Microservices"_s;
    snapshot.fleets[1].queues = {cart, shipping};
    return snapshot;
}

PeekedMessage message(std::int64_t number, const QString &deadBecause = {})
{
    PeekedMessage message;
    message.number = number;
    message.event.topic = {u"order.placed"_s};
    message.event.key = "o-1";
    message.event.payload = R"({"order":"o-1"})";
    message.size = message.event.payload.size();
    message.publishedAt = std::chrono::system_clock::now();
    message.deadBecause = deadBecause;
    return message;
}

} // namespace

class TestMessagesPanel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_panel = std::make_unique<MessagesPanel>(m_shop.system, m_shop.shapes());
        m_panel->setTheme(app::style::Theme::light());
        m_panel->resize(1280, 260);
        m_panel->QWidget::show();
        m_wanted.clear();
        m_replayed.clear();
        m_redelivered.clear();
        connect(m_panel.get(), &MessagesPanel::peekWanted, this, [this](int fleet, const Peek &what) {
            m_wanted.push_back({fleet, what});
        });
        connect(m_panel.get(), &MessagesPanel::replayWanted, this,
                [this](int, const auto &group, const auto &letters) {
                    m_replayed.push_back({group.value, letters});
                });
        connect(m_panel.get(), &MessagesPanel::redeliverWanted, this,
                [this](int, const auto &, std::int64_t number) { m_redelivered.push_back(number); });
    }

    void listsTheQueuesOfBothShapes()
    {
        m_panel->show(snapshot());
        QCOMPARE(queues().model()->rowCount(), 3);
        QCOMPARE(cell(2, QueuesModel::ShapeColumn), u"Microservices"_s);
        QCOMPARE(cell(2, QueuesModel::ConsumerColumn), u"Shipping"_s);
        QCOMPARE(cell(2, QueuesModel::WaitingColumn), u"3"_s);
        QCOMPARE(cell(2, QueuesModel::OldestColumn), u"12 s"_s);
        QCOMPARE(cell(2, QueuesModel::DeadColumn), u"✗ 2"_s);
        QCOMPARE(cell(2, QueuesModel::TopicsColumn), u"order.placed 3"_s);
        QCOMPARE(cell(1, QueuesModel::OldestColumn), QString());
        const auto health = [this](int row, int column) {
            return m_panel->queues().index(row, column).data(app::tables::healthRole);
        };
        QCOMPARE(health(2, QueuesModel::WaitingColumn).toInt(), int(app::wording::Health::Degraded));
        QCOMPARE(health(2, QueuesModel::DeadColumn).toInt(), int(app::wording::Health::Bad));
        QVERIFY(!health(1, QueuesModel::WaitingColumn).isValid());
        m_panel->setFleetVisible(0, false);
        m_panel->show(snapshot());
        QCOMPARE(queues().model()->rowCount(), 2);
    }

    void looksIntoTheQueueThatIsChosen()
    {
        choose();
        QCOMPARE(m_wanted.back().first, 1);
        QCOMPARE(m_wanted.back().second.group.value, u"shipping"_s);
        QVERIFY(!m_wanted.back().second.areDead);
        m_panel->showMessages(1, m_wanted.back().second, {message(7), message(8)});
        QCOMPARE(m_panel->letters().rowCount(), 2);
        Peek other = m_wanted.back().second;
        other.group = {u"cart"_s};
        m_panel->showMessages(1, other, {}); // not asked for any more
        QCOMPARE(m_panel->letters().rowCount(), 2);
        QTest::keyClick(&letters(), Qt::Key_Down);
        QVERIFY2(text().contains(u"\"order\": \"o-1\""_s), qPrintable(text()));
    }

    void deliversAgain()
    {
        choose();
        auto *again = button(u"Deliver again"_s);
        QVERIFY(!again->isEnabled());
        m_panel->showMessages(1, m_wanted.back().second, {message(7), message(8)});
        letters().selectRow(1);
        QTest::mouseClick(again, Qt::LeftButton);
        QCOMPARE(m_redelivered, std::vector<std::int64_t>{8});
        m_panel->showMessages(1, m_wanted.back().second, {message(7)}); // it has gone
        QVERIFY(!again->isEnabled());
        QVERIFY(!text().isEmpty()); // and can still be read
    }

    void putsDeadLettersBack()
    {
        choose();
        QTest::mouseClick(button(u"Dead letters"_s), Qt::LeftButton);
        QVERIFY(m_wanted.back().second.areDead);
        m_panel->showMessages(1, m_wanted.back().second,
                              {message(9, u"cannot be sent"_s), message(10, u"no"_s)});
        const auto state = m_panel->letters().index(0, LettersModel::StateColumn);
        QCOMPARE(state.data().toString(), u"✗ cannot be sent"_s);
        QCOMPARE(state.data(app::tables::healthRole).toInt(), static_cast<int>(app::wording::Health::Bad));
        letters().selectRow(0);
        QVERIFY(text().contains(u"set aside: cannot be sent"_s));
        QTest::mouseClick(button(u"Put back"_s), Qt::LeftButton);
        QTest::mouseClick(button(u"Put all back"_s), Qt::LeftButton);
        QCOMPARE(m_replayed.size(), 2U);
        QCOMPARE(m_replayed[0].second, std::vector<std::int64_t>{9});
        QVERIFY(m_replayed[1].second.empty());
    }

    void tellsWhatAPayloadIs()
    {
        auto binary = message(1);
        binary.event.payload = QByteArray("\0\xff", 2);
        binary.size = 2;
        QVERIFY(payloadText(binary).contains(u"no text: 00 ff"_s));
        auto empty = message(1);
        empty.event.payload.clear();
        empty.size = 0;
        QVERIFY(payloadText(empty).endsWith(u"(no payload)"_s));
        auto large = message(1);
        large.size = 5000;
        QVERIFY(payloadText(large).contains(u"more"_s));
    }

    void modelsAsViewsExpectThem()
    {
        using Mode = QAbstractItemModelTester::FailureReportingMode;
        QAbstractItemModelTester queues(&m_panel->queues(), Mode::QtTest);
        QAbstractItemModelTester letters(&m_panel->letters(), Mode::QtTest);
        choose();
        m_panel->show(snapshot(5));
        m_panel->showMessages(1, m_wanted.back().second, {message(7), message(8)});
        m_panel->showMessages(1, m_wanted.back().second, {message(8)});
        m_panel->show({});
        QCOMPARE(m_panel->queues().rowCount(), 0);
    }

private:
    QTableView &queues() { return table(u"Queues"_s); }
    QTableView &letters() { return table(u"Messages of the queue"_s); }
    QTableView &table(const QString &name)
    {
        for (auto *table : m_panel->findChildren<QTableView *>()) {
            if (table->accessibleName() == name)
                return *table;
        }
        qFatal("There is no such table");
    }
    QString text() { return m_panel->findChild<QPlainTextEdit *>()->toPlainText(); }
    QString cell(int row, int column)
    {
        return m_panel->queues().index(row, column).data(Qt::DisplayRole).toString();
    }
    QPushButton *button(const QString &words)
    {
        for (auto *button : m_panel->findChildren<QPushButton *>()) {
            if (button->text() == words)
                return button;
        }
        return nullptr;
    }
    void choose()
    {
        m_panel->show(snapshot());
        queues().setFocus();
        queues().selectRow(2);
    }

    const tests::support::Shop m_shop;
    std::unique_ptr<MessagesPanel> m_panel;
    std::vector<std::pair<int, Peek>> m_wanted;
    std::vector<std::pair<QString, std::vector<std::int64_t>>> m_replayed;
    std::vector<std::int64_t> m_redelivered;
};

QTEST_MAIN(TestMessagesPanel)
#include "tst_messagespanel.moc"
