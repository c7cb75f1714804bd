// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "subjectpage.h"

#include <QVBoxLayout>

#include <utility>

namespace app::inspector {

SubjectPage::SubjectPage(const model::system::System &system,
                         const std::vector<model::packaging::Packaging> &packagings,
                         QWidget *parent)
    : QWidget(parent)
    , m_system(system)
    , m_packagings(packagings)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 8, 0, 0);
    column->addStretch(1);
}

void SubjectPage::select(const Subject &subject)
{
    m_subject = subject;
    m_isOutdated = true;
    if (isVisible())
        catchUp();
}

void SubjectPage::showEvent(QShowEvent *event)
{
    catchUp();
    QWidget::showEvent(event);
}

void SubjectPage::catchUp()
{
    if (!std::exchange(m_isOutdated, false))
        return;
    delete m_content;
    m_content = new QWidget;
    auto *column = new QVBoxLayout(m_content);
    column->setContentsMargins(0, 0, 0, 0);
    write(*packaging().unit(m_subject.unit), *column);
    static_cast<QVBoxLayout *>(layout())->insertWidget(0, m_content);
    m_content->show(); // at once, not with the next event
}

} // namespace app::inspector
