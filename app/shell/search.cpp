// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "search.h"

#include "actions.h"
#include "finder.h"
#include "synonyms.h"

namespace app::shell {

using namespace Qt::StringLiterals;

Search::Search(QWidget &window, Actions &actions, const model::system::System &system)
    : QObject(&window)
    , m_actions(actions)
    , m_things(thingsOf(system))
    , m_finder(new Finder(window))
{
    connect(m_finder, &Finder::nothingFits, this, [this] { Q_EMIT pointedAt({}); });
    connect(m_finder, &Finder::closed, this, [this] { Q_EMIT pointedAt({}); });
}

void Search::setTheme(const style::Theme &theme)
{
    m_finder->setTheme(theme);
}

void Search::findAct()
{
    std::vector<Findable> acts;
    for (const auto &entry : m_actions.all()) {
        const auto action = entry.action;
        if (entry.id == u"find.act" || !action->isVisible())
            continue;
        Findable act;
        act.words = action->isCheckable() && action->isChecked() ? u"✓ "_s + entry.words : entry.words;
        act.context = entry.context.isEmpty() ? entry.group : entry.context;
        act.keys = action->shortcut().toString(QKeySequence::NativeText);
        act.isEnabled = action->isEnabled();
        act.isHarmful = entry.isHarmful;
        act.synonyms = synonymsOf(entry.id);
        act.choose = [action] {
            if (action)
                action->trigger();
        };
        act.point = [this, action] {
            Q_EMIT pointedAt({});
            if (action)
                action->hover(); // of a fault: its prediction
        };
        acts.push_back(std::move(act));
    }
    Q_EMIT opened();
    m_finder->open(tr("Do anything: crash, slow down, go to, show…"), std::move(acts));
}

void Search::findThing()
{
    std::vector<Findable> things;
    for (const auto &thing : m_things) {
        Findable found;
        found.words = thing.words;
        found.context = thing.context;
        found.choose = [this, thing] { Q_EMIT chosen(thing); };
        found.point = [this, thing] { Q_EMIT pointedAt(thing); };
        things.push_back(std::move(found));
    }
    Q_EMIT opened();
    m_finder->open(tr("Find a service, endpoint, journey, topic or stored data"), std::move(things));
}

} // namespace app::shell
