// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "noticebar.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace app::shell {

using namespace Qt::StringLiterals;

NoticeBar::NoticeBar(QWidget *parent)
    : QFrame(parent)
    , m_words(new QLabel)
{
    setProperty("kind", u"notice"_s);
    m_words->setWordWrap(true);
    m_words->setTextFormat(Qt::PlainText);
    m_words->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *away = new QPushButton(tr("Understood"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 6, 16, 6);
    row->setSpacing(14);
    row->addWidget(m_words, 1);
    row->addWidget(away, 0, Qt::AlignTop);
    connect(away, &QPushButton::clicked, this, [this] { show({}); });
    hide();
}

void NoticeBar::show(const QString &words)
{
    m_words->setText(words);
    setVisible(!words.isEmpty());
    if (words.isEmpty() || !QAccessible::isActive())
        return;
    setAccessibleName(words);
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

} // namespace app::shell
