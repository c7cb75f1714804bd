// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "notifiedset.h"

#include <QEvent>
#include <QSocketNotifier>

namespace services::waiting {

// Tells the set without the detour of a signal.
class NotifiedSet::Notifier final : public QSocketNotifier
{
public:
    Notifier(int descriptor, DescriptorSet &set)
        : QSocketNotifier(descriptor, Read)
        , m_set(&set)
    {
    }

    // Goes now, or after the event which it is delivering.
    void retire()
    {
        setEnabled(false);
        m_set = nullptr;
        if (m_depth == 0)
            delete this;
        else
            deleteLater();
    }

protected:
    bool event(QEvent *event) override
    {
        if (event->type() != QEvent::SockAct)
            return QSocketNotifier::event(event);
        ++m_depth;
        if (m_set != nullptr)
            m_set->wait(0);
        --m_depth;
        return true;
    }

private:
    DescriptorSet *m_set;
    int m_depth = 0;
};

NotifiedSet::NotifiedSet()
    : m_notifier(new Notifier(descriptor(), *this))
{
}

NotifiedSet::~NotifiedSet()
{
    m_notifier->retire();
}

} // namespace services::waiting
