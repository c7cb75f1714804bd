// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

class QTabWidget;

namespace app::books {
class BooksPanel;
}
namespace app::messages {
class MessagesPanel;
}
namespace app::sagas {
class SagaPanel;
}
namespace app::traces {
class TracesPanel;
}

namespace app::shell {

class LiveShop;
class Round;

// What is read from the running shops again and again, for panels that ask for it: books always, orders,
// messages and traces while somebody looks at them. Belongs to the window. GUI thread.
class Readings : public QObject
{
    Q_OBJECT
public:
    struct Panels
    {
        QTabWidget &tabs; // in which they are
        books::BooksPanel &books;
        sagas::SagaPanel &sagas;
        messages::MessagesPanel &messages;
        traces::TracesPanel &traces;
    };
    Readings(LiveShop &shop, const Panels &panels, QObject *parent);

    void setPaused(bool paused); // nobody sees any of them

private:
    void readBooks();
    void readSagas();
    void readMessages();
    void readTraces();
    void lookAt(const QWidget *page);

    LiveShop &m_shop;
    Panels m_panels;
    Round *m_books;
    Round *m_sagas;
    Round *m_messages;
    Round *m_traces;
};

} // namespace app::shell
