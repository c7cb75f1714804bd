// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "actions.h"

#include <QMenu>
#include <QShortcut>
#include <QWidget>

#include <algorithm>

namespace app::shell {

namespace {

constexpr qsizetype mostRecent = 12;

QString withoutMnemonic(QString words)
{
    return words.remove(u'&');
}

} // namespace

Actions::Actions(QWidget &window)
    : QObject(&window)
    , m_window(window)
{
}

QAction *Actions::make(const Act &act)
{
    auto *action = new QAction(act.words, &m_window);
    action->setShortcuts(act.keys);
    enter({act.id, act.group, withoutMnemonic(act.words), act.context, action, act.isHarmful});
    return action;
}

QAction *Actions::add(const Act &act, std::function<void()> run)
{
    auto *action = make(act);
    connect(action, &QAction::triggered, this, [run = std::move(run)] { run(); });
    return action;
}

QAction *Actions::addSwitch(const Act &act, std::function<void(bool)> run)
{
    auto *action = make(act);
    action->setCheckable(true);
    connect(action, &QAction::triggered, this, [run = std::move(run)](bool isOn) { run(isOn); });
    return action;
}

void Actions::enter(Entry entry)
{
    if (!entry.action->shortcuts().isEmpty())
        m_window.addAction(entry.action);
    connect(entry.action.data(), &QAction::triggered, this, [this, id = entry.id] {
        if (id.startsWith(u"find.") || id == u"quit")
            return; // nothing to repeat from the list
        m_recent.removeAll(id);
        m_recent.prepend(id);
        m_recent = m_recent.mid(0, mostRecent);
    });
    m_positions[entry.id] = m_entries.size();
    m_entries.push_back(std::move(entry));
}

void Actions::mention(const QString &keys, const QString &words)
{
    m_mentioned.push_back({keys, words});
}

void Actions::addSource(std::function<void()> source)
{
    m_sources.push_back(std::move(source));
}

QAction *Actions::action(const QString &id) const
{
    const auto found = m_positions.constFind(id);
    return found == m_positions.cend() ? nullptr : m_entries[*found].action.data();
}

bool Actions::has(const QAction &action) const
{
    return std::ranges::any_of(m_entries, [&](const Entry &entry) { return entry.action == &action; });
}

void Actions::fill(QMenu &menu, const QStringList &ids) const
{
    for (const auto &id : ids) {
        if (id.isEmpty())
            menu.addSeparator();
        else if (auto *found = action(id))
            menu.addAction(found);
    }
}

// Whoever had made them has taken them away.
void Actions::forgetGone()
{
    std::erase_if(m_entries, [](const Entry &entry) { return entry.action.isNull(); });
    m_positions.clear();
    for (size_t position = 0; position < m_entries.size(); ++position)
        m_positions[m_entries[position].id] = position;
}

std::vector<Actions::Entry> Actions::all()
{
    for (const auto &source : m_sources)
        source();
    forgetGone();
    auto entries = m_entries;
    const auto age = [this](const Entry &entry) {
        const auto at = m_recent.indexOf(entry.id);
        return at < 0 ? mostRecent : at;
    };
    std::ranges::stable_sort(entries, {}, age);
    return entries;
}

std::vector<KeyboardHelp::Line> Actions::keys() const
{
    std::vector<KeyboardHelp::Line> lines;
    for (const auto &entry : m_entries) {
        if (entry.action.isNull() || entry.action->shortcuts().isEmpty())
            continue;
        QStringList names;
        for (const auto &sequence : entry.action->shortcuts())
            names << sequence.toString(QKeySequence::NativeText);
        lines.push_back({names.join(tr(" or ")), entry.words});
    }
    for (const auto *shortcut : m_window.findChildren<QShortcut *>()) {
        const KeyboardHelp::Line line{shortcut->key().toString(QKeySequence::NativeText),
                                      shortcut->whatsThis()};
        if (std::ranges::find(lines, line) == lines.end()) // each picture has a table
            lines.push_back(line);
    }
    lines.insert(lines.end(), m_mentioned.begin(), m_mentioned.end());
    return lines;
}

} // namespace app::shell
