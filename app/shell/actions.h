// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "keyboardhelp.h"

#include <QAction>
#include <QHash>
#include <QKeySequence>
#include <QObject>
#include <QPointer>

#include <functional>
#include <vector>

class QMenu;

namespace app::shell {

// Everything that a person can have done, once: menus, the list of keys and the palette show what is in here,
// so that none of them knows another act than the rest. Belongs to the window. GUI thread.
class Actions : public QObject
{
    Q_OBJECT
public:
    struct Entry
    {
        QString id; // stays the same from start to start
        QString group; // "View"
        QString words; // what the palette calls it, without a mnemonic
        QString context; // of what it is: "Microservices"
        QPointer<QAction> action;
        bool isHarmful = false; // something breaks, ends or is lost: done only by who means it
    };
    struct Act
    {
        QString id;
        QString group;
        QString words; // with a mnemonic, where it is in a menu
        QList<QKeySequence> keys = {};
        QString context = {}; // empty: its group says enough
        bool isHarmful = false;
    };

    explicit Actions(QWidget &window);

    // A new one.
    QAction *add(const Act &act, std::function<void()> run);
    // One that is on or off.
    QAction *addSwitch(const Act &act, std::function<void(bool)> run);
    // One that somebody has made; its keys work wherever it is listed.
    void enter(Entry entry);
    // What a widget does by itself when it has the keyboard. What it does by a QShortcut says the shortcut's
    // own "what is this", and need not be mentioned.
    void mention(const QString &keys, const QString &words);
    // Called before everything is listed: enters what would have been too much to make at the start.
    void addSource(std::function<void()> source);

    QAction *action(const QString &id) const; // null: there is none
    bool has(const QAction &action) const;
    void fill(QMenu &menu, const QStringList &ids) const; // an empty id: a line between
    // All that there are, those used last first.
    std::vector<Entry> all();
    std::vector<KeyboardHelp::Line> keys() const;

    const QStringList &recent() const { return m_recent; } // ids, the newest first
    void setRecent(const QStringList &ids) { m_recent = ids; }

private:
    QAction *make(const Act &act);
    void forgetGone();

    QWidget &m_window;
    std::vector<Entry> m_entries;
    QHash<QString, size_t> m_positions;
    std::vector<KeyboardHelp::Line> m_mentioned;
    std::vector<std::function<void()>> m_sources;
    QStringList m_recent;
};

} // namespace app::shell
