// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the window does with books, orders, messages and tables.

#include "mainwindow.h"
#include "round.h"

#include <app/books/bookspanel.h>
#include <app/inspector/inspectorpanel.h>
#include <app/messages/messagespanel.h>
#include <app/sagas/sagapanel.h>

#include <QTabWidget>

namespace app::shell {

void MainWindow::connectMoney()
{
    connect(m_books, &books::BooksPanel::titleChanged, this,
            [this](const QString &title) { m_tabs->setTabText(m_tabs->indexOf(m_books), title); });
    connect(m_books, &books::BooksPanel::readingWanted, m_booksRound, &Round::hurry);
    connect(m_booksRound, &Round::due, &m_shop, &LiveShop::readBooks);
    connect(&m_shop, &LiveShop::booksRead, this, [this](const services::platform::BooksReading &reading) {
        m_books->show(reading);
        m_booksRound->answered(reading.took);
    });
    connect(&m_shop, &LiveShop::booksUnread, this, [this](const QString &reason) {
        m_books->showFailure(reason);
        m_booksRound->answered({});
    });
    connect(&m_shop, &LiveShop::started, m_booksRound, [this] { m_booksRound->setWanted(true); });
    connect(m_tabs, &QTabWidget::currentChanged, this, [this] {
        m_sagasRound->setWanted(m_tabs->currentWidget() == m_sagas);
        m_messagesRound->setWanted(m_tabs->currentWidget() == m_messages);
    });
    connectSagas();
    connectMessages();
    connectData();
}

void MainWindow::connectSagas()
{
    connect(m_sagasRound, &Round::due, m_sagas, &sagas::SagaPanel::refresh);
    connect(m_sagas, &sagas::SagaPanel::ordersWanted, &m_shop, &LiveShop::readOrders);
    connect(m_sagas, &sagas::SagaPanel::lifeWanted, &m_shop, &LiveShop::readLife);
    connect(&m_shop, &LiveShop::ordersRead, this, [this](int fleet, const auto &orders) {
        m_sagas->showOrders(fleet, orders);
        m_sagasRound->answered({});
    });
    connect(&m_shop, &LiveShop::lifeRead, m_sagas, &sagas::SagaPanel::showLife);
    connect(&m_shop, &LiveShop::ordersUnread, this, [this](const QString &reason) {
        m_sagas->showFailure(reason);
        m_sagasRound->answered({});
    });
}

void MainWindow::connectMessages()
{
    connect(m_messagesRound, &Round::due, this, [this] {
        m_messages->refresh();
        m_messagesRound->answered({}); // whether there was anything to ask for or not
    });
    connect(m_messages, &messages::MessagesPanel::peekWanted, &m_shop, &LiveShop::peek);
    connect(m_messages, &messages::MessagesPanel::replayWanted, &m_shop, &LiveShop::replay);
    connect(m_messages, &messages::MessagesPanel::redeliverWanted, &m_shop, &LiveShop::redeliver);
    connect(&m_shop, &LiveShop::messagesSeen, m_messages, &messages::MessagesPanel::showMessages);
    connect(&m_shop, &LiveShop::messagesUnseen, m_messages, &messages::MessagesPanel::showFailure);
    connect(&m_shop, &LiveShop::messagesMoved, m_messages, &messages::MessagesPanel::refresh);
}

void MainWindow::connectData()
{
    connect(m_inspector, &inspector::InspectorPanel::dataWanted, &m_shop, &LiveShop::readData);
    connect(&m_shop, &LiveShop::dataRead, m_inspector, &inspector::InspectorPanel::showData);
    connect(&m_shop, &LiveShop::dataUnread, m_inspector, &inspector::InspectorPanel::showNoData);
}

} // namespace app::shell
