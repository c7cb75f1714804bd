// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "readings.h"

#include "liveshop.h"
#include "round.h"

#include <app/books/bookspanel.h>
#include <app/messages/messagespanel.h>
#include <app/sagas/sagapanel.h>
#include <app/traces/tracespanel.h>

#include <QTabWidget>

namespace app::shell {

using books::BooksPanel;
using messages::MessagesPanel;
using sagas::SagaPanel;
using traces::TracesPanel;

namespace {

constexpr std::chrono::seconds booksEvery{3};
constexpr std::chrono::seconds lookEvery{1}; // while somebody does
constexpr double readingShare = 0.025; // of a processor, that each of them may take

} // namespace

Readings::Readings(LiveShop &shop, const Panels &panels, QObject *parent)
    : QObject(parent)
    , m_shop(shop)
    , m_panels(panels)
    , m_books(new Round(booksEvery, readingShare, this))
    , m_sagas(new Round(lookEvery, readingShare, this))
    , m_messages(new Round(lookEvery, readingShare, this))
    , m_traces(new Round(lookEvery, readingShare, this))
{
    readBooks();
    readSagas();
    readMessages();
    readTraces();
    connect(&m_panels.tabs, &QTabWidget::currentChanged, this,
            [this] { lookAt(m_panels.tabs.currentWidget()); });
}

void Readings::setPaused(bool paused)
{
    for (auto *round : {m_books, m_sagas, m_messages, m_traces})
        round->setPaused(paused);
}

void Readings::lookAt(const QWidget *page)
{
    m_sagas->setWanted(page == &m_panels.sagas);
    m_messages->setWanted(page == &m_panels.messages);
    m_traces->setWanted(page == &m_panels.traces);
    if (page != &m_panels.traces)
        m_panels.traces.leaveStory();
}

void Readings::readBooks()
{
    auto &panel = m_panels.books;
    connect(&panel, &BooksPanel::titleChanged, this, [this, &panel](const QString &title) {
        m_panels.tabs.setTabText(m_panels.tabs.indexOf(&panel), title);
    });
    connect(&panel, &BooksPanel::readingWanted, m_books, &Round::hurry);
    connect(m_books, &Round::due, &m_shop, &LiveShop::readBooks);
    connect(&m_shop, &LiveShop::booksRead, this,
            [this, &panel](const services::platform::BooksReading &reading) {
                panel.show(reading);
                m_books->answered(reading.took);
            });
    connect(&m_shop, &LiveShop::booksUnread, this, [this, &panel](const QString &reason) {
        panel.showFailure(reason);
        m_books->answered({});
    });
    connect(&m_shop, &LiveShop::started, m_books, [this] { m_books->setWanted(true); });
}

void Readings::readSagas()
{
    auto &panel = m_panels.sagas;
    connect(m_sagas, &Round::due, &panel, &SagaPanel::refresh);
    connect(&panel, &SagaPanel::ordersWanted, &m_shop, &LiveShop::readOrders);
    connect(&panel, &SagaPanel::lifeWanted, &m_shop, &LiveShop::readLife);
    connect(&m_shop, &LiveShop::ordersRead, this, [this, &panel](int fleet, const auto &orders) {
        panel.showOrders(fleet, orders);
        m_sagas->answered({});
    });
    connect(&m_shop, &LiveShop::lifeRead, &panel, &SagaPanel::showLife);
    connect(&m_shop, &LiveShop::ordersUnread, this, [this, &panel](const QString &reason) {
        panel.showFailure(reason);
        m_sagas->answered({});
    });
}

void Readings::readMessages()
{
    auto &panel = m_panels.messages;
    connect(m_messages, &Round::due, this, [this, &panel] {
        panel.refresh();
        m_messages->answered({}); // whether there was anything to ask for or not
    });
    connect(&panel, &MessagesPanel::peekWanted, &m_shop, &LiveShop::peek);
    connect(&panel, &MessagesPanel::replayWanted, &m_shop, &LiveShop::replay);
    connect(&panel, &MessagesPanel::redeliverWanted, &m_shop, &LiveShop::redeliver);
    connect(&m_shop, &LiveShop::messagesSeen, &panel, &MessagesPanel::showMessages);
    connect(&m_shop, &LiveShop::messagesUnseen, &panel, &MessagesPanel::showFailure);
    connect(&m_shop, &LiveShop::messagesMoved, &panel, &MessagesPanel::refresh);
}

void Readings::readTraces()
{
    auto &panel = m_panels.traces;
    connect(m_traces, &Round::due, &panel, &TracesPanel::refresh);
    connect(&panel, &TracesPanel::tracesWanted, &m_shop, &LiveShop::readTraces);
    connect(&panel, &TracesPanel::traceWanted, &m_shop, &LiveShop::readTrace);
    connect(&m_shop, &LiveShop::tracesRead, this, [this, &panel](const services::platform::Glances &traces) {
        panel.showTraces(traces);
        m_traces->answered({});
    });
    connect(&m_shop, &LiveShop::traceRead, &panel, &TracesPanel::showTrace);
    connect(&m_shop, &LiveShop::tracesUnread, this, [this, &panel](const QString &reason) {
        panel.showFailure(reason);
        m_traces->answered({});
    });
}

} // namespace app::shell
